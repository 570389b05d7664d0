package org.stepwell.therapy.measure;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.finding.FindingEvent.MeasureScored.Subscale;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.MeasureId;
import org.stepwell.instruments.Change;
import org.stepwell.instruments.Instruments;
import org.stepwell.therapy.roster.Episodes;
import org.stepwell.therapy.trend.Point;
import org.stepwell.therapy.trend.Trends;

/**
 * How questionnaires moved over an episode, from intake on and whichever service took them: their totals, or their parts where
 * they have no total.
 */
@Singleton
public class Course {

    private final Trends trends;
    private final Episodes episodes;
    private final Instruments instruments;

    Course(Trends trends, Episodes episodes, Instruments instruments) {
        this.trends = trends;
        this.episodes = episodes;
        this.instruments = instruments;
    }

    /** All that was answered over an episode, oldest first; nothing before anybody was admitted. */
    public List<Point> of(EpisodeId episode) {
        return episodes.admitted(episode).map(trends::of).orElse(List.of());
    }

    /** What the parts of a questionnaire said at a time. */
    public record InParts(MeasureId measure, Instant takenAt, String instrument, List<Subscale> parts) {}

    /** The last of these questionnaires, oldest first. */
    public static List<InParts> inParts(List<Point> points, List<String> questionnaires, int count) {
        var all = points.stream()
                .filter(point -> questionnaires.contains(point.instrument()))
                .sorted(Comparator.comparing(Point::takenAt)
                        .thenComparing(point -> point.measure().value()))
                .map(point -> new InParts(point.measure(), point.takenAt(), point.instrument(), point.parts()))
                .toList();
        return last(all, count);
    }

    /** What one part of a questionnaire said, and how far that is from the first time it was answered; the first has no change. */
    public record Part(
            MeasureId measure,
            Instant takenAt,
            String scale,
            int points,
            @Nullable Integer sinceFirst) {}

    /** The parts of the last of these questionnaires that count points, oldest first, each compared with its own first. */
    public static List<Part> partsSinceFirst(List<Point> points, String instrument, int count) {
        var taken = points.stream()
                .filter(point -> point.instrument().equals(instrument))
                .toList();
        var shown = last(taken, count);
        var first = new HashMap<String, Integer>();
        var parts = new ArrayList<Part>();
        for (var point : taken) {
            for (var part : point.parts()) {
                var said = part.points();
                if (said == null) {
                    continue;
                }
                var before = first.putIfAbsent(part.scale(), said);
                if (shown.contains(point)) {
                    parts.add(new Part(
                            point.measure(),
                            point.takenAt(),
                            part.scale(),
                            said,
                            before == null ? null : said - before));
                }
            }
        }
        return parts;
    }

    /** A total of the course, and how it differs from the first; the first has no change. */
    public record Total(
            MeasureId measure,
            Instant takenAt,
            int total,
            @Nullable String band,
            @Nullable Change sinceFirst) {}

    /** The last totals of a questionnaire, oldest first, each compared with the first. */
    public List<Total> totals(List<Point> points, String instrument, int count) {
        var scored = points.stream()
                .filter(point -> point.instrument().equals(instrument) && point.total() != null)
                .toList();
        return last(scored, count).stream()
                .map(point -> compared(scored.getFirst(), point))
                .toList();
    }

    private Total compared(Point first, Point point) {
        int total = Objects.requireNonNull(point.total());
        @Nullable
        Change change = first.equals(point)
                ? null
                : instruments
                        .find(point.instrument())
                        .flatMap(rules -> rules.change(Objects.requireNonNull(first.total()), total))
                        .orElse(null);
        return new Total(point.measure(), point.takenAt(), total, point.band(), change);
    }

    private static <T> List<T> last(List<T> all, int count) {
        return all.subList(Math.max(0, all.size() - count), all.size());
    }
}
