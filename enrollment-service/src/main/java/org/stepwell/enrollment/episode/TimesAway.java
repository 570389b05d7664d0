package org.stepwell.enrollment.episode;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.database.Sql;

/** When patients were away, or are: days on which nobody expected them, so that they say nothing about how often they come. */
@Singleton
public class TimesAway {

    private final Sql sql;

    TimesAway(Sql sql) {
        this.sql = sql;
    }

    /**
     * One such time.
     *
     * @param backOn the first day after it; null while nobody knows it
     */
    public record Away(
            PatientId patient, LocalDate from, @Nullable LocalDate backOn) {

        /** Whether a day is one of it. */
        public boolean holds(LocalDate day) {
            return !day.isBefore(from) && (backOn == null || day.isBefore(backOn));
        }
    }

    /** The times of each of these patients who ever was away; who left while away is away until their last day. */
    public Map<PatientId, List<Away>> of(Collection<PatientId> patients) {
        return sql
                .list(
                        """
                        select episode.patient_id, hold.first_day, coalesce(hold.back_on, episode.last_day + 1, episode.awaited_until + 1) as back_on
                        from episode_hold hold
                        join episode on episode.clinic_id = hold.clinic_id and episode.id = hold.episode_id
                        where hold.clinic_id = platform.current_clinic() and episode.patient_id = any (?)
                        """,
                        row -> new Away(
                                new PatientId(row.getObject("patient_id", UUID.class)),
                                row.getObject("first_day", LocalDate.class),
                                row.getObject("back_on", LocalDate.class)),
                        (Object) patients.stream().map(PatientId::value).toArray(UUID[]::new))
                .stream()
                .collect(Collectors.groupingBy(Away::patient));
    }
}
