package org.stepwell.therapy.measure;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.finding.FindingEvent.MeasureScored.Subscale;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.MeasureId;
import org.stepwell.instruments.Change;
import org.stepwell.instruments.Instruments;
import org.stepwell.platform.database.Sql;

/** How a questionnaire moved over an episode: its totals, or its parts where it has no total. */
@Singleton
public class Course {

    private final Sql sql;
    private final Instruments instruments;
    private final Measures measures;

    Course(Sql sql, Instruments instruments, Measures measures) {
        this.sql = sql;
        this.instruments = instruments;
        this.measures = measures;
    }

    /** What the parts of a questionnaire said at a time. */
    public record InParts(MeasureId measure, Instant takenAt, String instrument, List<Subscale> parts) {}

    /** The last of these questionnaires in an episode, oldest first. */
    public List<InParts> inParts(EpisodeId episode, List<String> questionnaires, int count) {
        return measures.last(episode, questionnaires, count).reversed().stream()
                .map(Measure::inParts)
                .toList();
    }

    /** What one part of a questionnaire said, and how far that is from the first time it was answered; the first has no change. */
    public record Part(
            MeasureId measure,
            Instant takenAt,
            String scale,
            int points,
            @Nullable Integer sinceFirst) {}

    /** The parts of the last of these questionnaires in an episode that count points, oldest first, each compared with its own first. */
    public List<Part> partsSinceFirst(EpisodeId episode, String instrument, int count) {
        return sql.list(
                """
                select id, taken_at, scale, points, case when first_id <> id then points - first_points end as change from (
                    select id, taken_at, scale, points,
                           first_value(id) over first as first_id, first_value(points) over first as first_points,
                           dense_rank() over (order by taken_at desc, id desc) as last
                    from measure, jsonb_to_recordset(subscales) as part (scale text, points int)
                    where episode_id = ? and instrument = ? and points is not null
                    window first as (partition by scale order by taken_at, id)
                ) ranked where last <= ? order by taken_at, id
                """,
                row -> new Part(
                        new MeasureId(row.getObject("id", UUID.class)),
                        row.getObject("taken_at", OffsetDateTime.class).toInstant(),
                        row.getString("scale"),
                        row.getInt("points"),
                        row.getObject("change", Integer.class)),
                episode.value(),
                instrument,
                count);
    }

    /** A total of the course, and how it differs from the episode's first; the first has no change. */
    public record Point(
            MeasureId measure,
            Instant takenAt,
            int total,
            @Nullable String band,
            @Nullable Change sinceFirst) {}

    private record Total(
            MeasureId measure,
            Instant takenAt,
            int total,
            @Nullable String band) {}

    /** The last totals of an episode, oldest first, each compared with the episode's first. */
    public List<Point> last(EpisodeId episode, String instrument, int count) {
        var rows = sql.list(
                """
                select id, taken_at, total, band from (
                    select id, taken_at, total, band,
                           row_number() over (order by taken_at, id) as first,
                           row_number() over (order by taken_at desc, id desc) as last
                    from measure where episode_id = ? and instrument = ? and total is not null
                ) ranked where first = 1 or last <= ? order by taken_at, id
                """,
                row -> new Total(
                        new MeasureId(row.getObject("id", UUID.class)),
                        row.getObject("taken_at", OffsetDateTime.class).toInstant(),
                        row.getInt("total"),
                        row.getString("band")),
                episode.value(),
                instrument,
                count);
        return rows.stream()
                .skip(Math.max(0, rows.size() - count))
                .map(row -> compared(instrument, rows.getFirst(), row))
                .toList();
    }

    private Point compared(String instrument, Total first, Total row) {
        @Nullable
        Change change = Objects.equals(first, row)
                ? null
                : instruments
                        .find(instrument)
                        .flatMap(rules -> rules.change(first.total(), row.total()))
                        .orElse(null);
        return new Point(row.measure(), row.takenAt(), row.total(), row.band(), change);
    }
}
