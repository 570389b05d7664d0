package org.stepwell.therapy.handoff;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.stepwell.instruments.Instruments;
import org.stepwell.platform.clinic.ClinicDirectory;
import org.stepwell.therapy.handoff.DischargeFacts.FirstAndLastTaken;
import org.stepwell.therapy.handoff.DischargeFacts.Moved;
import org.stepwell.therapy.handoff.DischargeFacts.Taken;
import org.stepwell.therapy.roster.Stay;
import org.stepwell.therapy.trend.Point;
import org.stepwell.therapy.trend.Trends;

/** What the questionnaires of a stay came out as in the beginning and in the end, whichever service took them. */
@Singleton
class GatherMeasures {

    private final Trends trends;
    private final Instruments instruments;
    private final HandoffSettings settings;
    private final ClinicDirectory clinics;
    private final Clock clock;

    GatherMeasures(
            Trends trends, Instruments instruments, HandoffSettings settings, ClinicDirectory clinics, Clock clock) {
        this.trends = trends;
        this.instruments = instruments;
        this.settings = settings;
        this.clinics = clinics;
        this.clock = clock;
    }

    /** By the code of the questionnaire; one that was answered too little to say anything counts for nothing. */
    List<FirstAndLastTaken> of(Stay stay) {
        return trends.sinceIntakeOf(stay).stream()
                .filter(this::says)
                .collect(groupingBy(Point::instrument, TreeMap::new, toList()))
                .entrySet()
                .stream()
                .map(series -> ends(
                        series.getKey(),
                        series.getValue().getFirst(),
                        series.getValue().getLast()))
                .toList();
    }

    /** Which are still to be taken at an end; where none is in sight, as if it were today. */
    List<String> missing(List<FirstAndLastTaken> taken, @Nullable Ending ending) {
        var end = ending == null ? day(clock.instant()) : ending.lastDay();
        var lastTaken = taken.stream()
                .collect(toMap(FirstAndLastTaken::instrument, one -> one.last().takenOn()));
        return LastMeasures.missing(lastTaken, end.minusDays(settings.lastMeasuresDays() - 1L));
    }

    /** A total or a level; or parts, where the questionnaire has no total. */
    private boolean says(Point point) {
        return point.total() != null
                || point.band() != null
                || instruments
                        .find(point.instrument())
                        .filter(rules -> rules.total() == null)
                        .isPresent();
    }

    private FirstAndLastTaken ends(String instrument, Point first, Point last) {
        return new FirstAndLastTaken(instrument, taken(first), taken(last), moved(instrument, first, last));
    }

    private @Nullable Moved moved(String instrument, Point first, Point last) {
        @Nullable Integer before = first.total();
        @Nullable Integer after = last.total();
        if (before == null || after == null || first.measure().equals(last.measure())) {
            return null;
        }
        return instruments
                .find(instrument)
                .flatMap(rules -> rules.change(before, after))
                .map(change -> new Moved(change.points(), change.response(), change.remission(), change.meaningful()))
                .orElse(null);
    }

    private Taken taken(Point point) {
        return new Taken(day(point.takenAt()), point.total(), point.band(), point.parts());
    }

    private LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, clinics.zone());
    }
}
