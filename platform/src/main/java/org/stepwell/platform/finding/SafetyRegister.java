package org.stepwell.platform.finding;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.finding.FindingEvent.SafetyChanged;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.access.MergedPatients;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.event.Outbox;

/** Which safety flags stand about a patient, whichever service raised them: the register that all services read. */
@Singleton
public class SafetyRegister {

    private final Sql sql;
    private final MergedPatients merged;
    private final Outbox outbox;
    private final String service;

    SafetyRegister(
            Sql sql,
            MergedPatients merged,
            Outbox outbox,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.sql = sql;
        this.merged = merged;
        this.outbox = outbox;
        this.service = service;
    }

    /** This service raised or cleared a flag: it stands here at once, and all others hear of it. */
    public void say(SafetyChanged said) {
        if (!isOurs(said)) {
            throw new IllegalArgumentException("%s speaks for itself (not %s)".formatted(service, said.service()));
        }
        take(said);
        outbox.append(said);
    }

    /** Whether this service said so. */
    boolean isOurs(SafetyChanged said) {
        return said.service().equals(service);
    }

    /** A service said so; where it is this one, nothing changes, unless the register is made anew from what was said. */
    void take(SafetyChanged said) {
        if (said.raised()) {
            sql.update(
                    """
                    insert into platform.safety_flag (id, service, patient_id, episode_id, flag, raised_at)
                    values (?, ?, ?, ?, ?, ?) on conflict do nothing
                    """,
                    said.finding(),
                    said.service(),
                    merged.survivorOf(said.patient()).orElse(said.patient()).value(),
                    said.episode() == null ? null : said.episode().value(),
                    said.flag(),
                    said.at());
        } else {
            sql.update("""
                    update platform.safety_flag set cleared_at = ?
                    where clinic_id = platform.current_clinic() and id = ? and service = ?
                    """, said.at(), said.finding(), said.service());
        }
    }

    /** The flags that stand, of all services. */
    public List<StandingFlag> open(PatientId patient) {
        return sql.list("""
                select id, service, episode_id, flag, raised_at, cleared_at from platform.safety_flag
                where clinic_id = platform.current_clinic() and patient_id = ? and cleared_at is null order by flag, id
                """, SafetyRegister::read, patient.value());
    }

    /** The flags that stand because another service raised them. */
    public List<StandingFlag> openElsewhere(PatientId patient) {
        return open(patient).stream()
                .filter(flag -> !flag.service().equals(service))
                .toList();
    }

    /** What the other services raised, standing and cleared, in the order of their ids. */
    public List<StandingFlag> elsewhere(PatientId patient, UUID after, int count) {
        return sql.list("""
                select id, service, episode_id, flag, raised_at, cleared_at from platform.safety_flag
                where clinic_id = platform.current_clinic() and patient_id = ? and id > ? and service <> ?
                order by id limit ?
                """, SafetyRegister::read, patient.value(), after, service, count);
    }

    private static StandingFlag read(ResultSet row) throws SQLException {
        @Nullable UUID episode = row.getObject("episode_id", UUID.class);
        @Nullable OffsetDateTime cleared = row.getObject("cleared_at", OffsetDateTime.class);
        return new StandingFlag(
                row.getObject("id", UUID.class),
                row.getString("service"),
                episode == null ? null : new EpisodeId(episode),
                row.getString("flag"),
                row.getObject("raised_at", OffsetDateTime.class).toInstant(),
                cleared == null ? null : cleared.toInstant());
    }
}
