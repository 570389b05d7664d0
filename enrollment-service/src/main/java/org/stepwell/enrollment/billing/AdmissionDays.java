package org.stepwell.enrollment.billing;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.platform.database.Sql;

/** On which day the treatment began that is billed. */
@Singleton
class AdmissionDays {

    private final Sql sql;

    AdmissionDays(Sql sql) {
        this.sql = sql;
    }

    /** Of each of these episodes that somebody was admitted to. */
    Map<EpisodeId, LocalDate> of(Collection<EpisodeId> episodes) {
        return sql
                .list(
                        """
                        select id, start from episode
                        where clinic_id = platform.current_clinic() and id = any (?) and start is not null
                        """,
                        row -> Map.entry(
                                new EpisodeId(row.getObject("id", UUID.class)),
                                row.getObject("start", LocalDate.class)),
                        (Object) episodes.stream().map(EpisodeId::value).toArray(UUID[]::new))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
