package org.stepwell.therapy.measure;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.finding.FindingEvent.MeasureScored.Subscale;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.MeasureId;
import org.stepwell.instruments.Change;
import org.stepwell.instruments.Instrument;
import org.stepwell.instruments.Instruments;
import org.stepwell.platform.database.Sql;

/** What the questionnaires of an episode came out as in the beginning and in the end. */
@Singleton
public class FirstAndLast {

    private final Sql sql;
    private final Instruments instruments;
    private final Measures measures;

    FirstAndLast(Sql sql, Instruments instruments, Measures measures) {
        this.sql = sql;
        this.instruments = instruments;
        this.measures = measures;
    }

    /** What a questionnaire came out as at a time: its total, or its parts where it has none. */
    public record Taken(
            MeasureId measure,
            Instant takenAt,
            @Nullable Integer total,
            @Nullable String band,
            List<Subscale> parts) {}

    /**
     * A questionnaire the first time and the last, which are the same where it was taken once.
     *
     * @param change between the totals; missing where it was taken once, has none, or nobody agreed on what a change means
     */
    public record Ends(
            String instrument,
            Taken first,
            Taken last,
            @Nullable Change change) {}

    /** All of an episode, by the code of the questionnaire; one with too few answers for a total counts for nothing. */
    public List<Ends> of(EpisodeId episode) {
        var withoutTotal = instruments.all().stream()
                .filter(instrument -> instrument.total() == null)
                .map(Instrument::code)
                .toArray(String[]::new);
        var ends = sql.list("""
                select id from (
                    select id, row_number() over (partition by instrument order by taken_at, id) as nth,
                        row_number() over (partition by instrument order by taken_at desc, id desc) as from_last
                    from measure
                    where clinic_id = platform.current_clinic() and episode_id = ?
                        and (total is not null or instrument = any (?))
                ) ranked where nth = 1 or from_last = 1
                """, row -> row.getObject("id", UUID.class), episode.value(), withoutTotal);
        return measures.of(ends).stream()
                .collect(groupingBy(Measure::instrument, TreeMap::new, toList()))
                .entrySet()
                .stream()
                .map(entry -> ends(entry.getKey(), entry.getValue()))
                .toList();
    }

    private Ends ends(String instrument, List<Measure> oldestFirst) {
        var first = oldestFirst.getFirst().cameOut();
        var last = oldestFirst.getLast().cameOut();
        return new Ends(instrument, first, last, change(instrument, first, last));
    }

    private @Nullable Change change(String instrument, Taken first, Taken last) {
        var before = first.total();
        var after = last.total();
        if (before == null || after == null || first.measure().equals(last.measure())) {
            return null;
        }
        return instruments
                .find(instrument)
                .flatMap(rules -> rules.change(before, after))
                .orElse(null);
    }
}
