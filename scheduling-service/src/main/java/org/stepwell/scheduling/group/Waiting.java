package org.stepwell.scheduling.group;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.GroupId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.clinic.ClinicContext;
import org.stepwell.platform.database.Sql;
import org.stepwell.scheduling.columns.Columns;

/** Who waits for a place in a group, in the order in which they began to. */
@Singleton
class Waiting {

    private final Sql sql;

    Waiting(Sql sql) {
        this.sql = sql;
    }

    /** How waiting ended. */
    enum Outcome {
        SEATED,
        WITHDRAWN,
        DISCHARGED,
        GROUP_ENDED
    }

    /** Somebody who waits. */
    @Schema(name = "Waiting")
    record Line(PatientId patient, EpisodeId episode, Instant since) {}

    void add(GroupId group, PatientId patient, EpisodeId episode, Instant now) {
        sql.update(
                "insert into group_waiting (group_id, patient_id, episode_id, since, said_by) values (?, ?, ?, ?, ?)",
                group.value(),
                patient.value(),
                episode.value(),
                now,
                ClinicContext.current().orElseThrow().actor());
    }

    List<Line> of(GroupId group) {
        return sql.list(
                """
                select * from group_waiting
                where clinic_id = platform.current_clinic() and group_id = ? and ended_at is null
                order by since, patient_id
                """,
                row -> new Line(
                        Columns.id(row, "patient_id", PatientId::new),
                        Columns.id(row, "episode_id", EpisodeId::new),
                        Columns.instant(row, "since")),
                group.value());
    }

    /** False where they do not wait. */
    boolean end(GroupId group, PatientId patient, Outcome outcome, Instant now) {
        return sql.update("""
                update group_waiting set ended_at = ?, outcome = ?
                where clinic_id = platform.current_clinic() and group_id = ? and patient_id = ? and ended_at is null
                """, now, outcome.name(), group.value(), patient.value()) == 1;
    }

    /** The group is over: nobody waits for it. */
    void endAll(GroupId group, Instant now) {
        sql.update("""
                update group_waiting set ended_at = ?, outcome = 'GROUP_ENDED'
                where clinic_id = platform.current_clinic() and group_id = ? and ended_at is null
                """, now, group.value());
    }

    /** Who has waited longest of all. */
    Optional<Line> first(GroupId group) {
        return of(group).stream().findFirst();
    }
}
