package org.stepwell.aftercare.danger;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.finding.FindingEvent.SafetyChanged;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.FindingId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.platform.finding.SafetyRegister;

/** The flags that aftercare raised; the platform's register tells all services of them. */
@Singleton
class SafetyFlags {

    static final String SERVICE = "aftercare";

    private static final int SHOWN_MAX = 100;

    private final Sql sql;
    private final SafetyRegister register;
    private final DangerTasks tasks;

    SafetyFlags(Sql sql, SafetyRegister register, DangerTasks tasks) {
        this.sql = sql;
        this.register = register;
        this.tasks = tasks;
    }

    /** A flag as it stands, or stood. */
    record Flag(
            FindingId id,
            PatientId patient,
            EpisodeId episode,
            FlagName name,
            Instant raisedAt,
            Instant lastRaisedAt,
            int timesRaised,
            @Nullable Instant clearedAt,
            @Nullable StaffId clearedBy,
            @Nullable String disposition,
            @Nullable String assessment) {

        static Flag read(ResultSet row) throws SQLException {
            @Nullable OffsetDateTime cleared = row.getObject("cleared_at", OffsetDateTime.class);
            @Nullable UUID by = row.getObject("cleared_by", UUID.class);
            return new Flag(
                    new FindingId(row.getObject("id", UUID.class)),
                    new PatientId(row.getObject("patient_id", UUID.class)),
                    new EpisodeId(row.getObject("episode_id", UUID.class)),
                    FlagName.valueOf(row.getString("flag")),
                    row.getObject("raised_at", OffsetDateTime.class).toInstant(),
                    row.getObject("last_raised_at", OffsetDateTime.class).toInstant(),
                    row.getInt("times_raised"),
                    cleared == null ? null : cleared.toInstant(),
                    by == null ? null : new StaffId(by),
                    row.getString("disposition"),
                    row.getString("assessment"));
        }
    }

    /** How a flag ended. */
    record Cleared(
            String disposition,
            @Nullable StaffId by,
            @Nullable String sealedAssessment) {}

    private record Raised(UUID id, boolean first) {}

    /** Raises a flag; one that stands already stands on and is told of once, but is work again. */
    void raise(PatientId patient, EpisodeId episode, FlagName flag, Instant at) {
        var raised = sql.one(
                        """
                        insert into safety_flag as known (id, patient_id, episode_id, flag, raised_at, last_raised_at)
                        values (?, ?, ?, ?, ?, ?)
                        on conflict (clinic_id, patient_id, flag) where cleared_at is null do update
                        set last_raised_at = greatest(known.last_raised_at, excluded.last_raised_at),
                            times_raised = known.times_raised + 1
                        returning id, times_raised = 1 as first
                        """,
                        row -> new Raised(row.getObject("id", UUID.class), row.getBoolean("first")),
                        Uuid7.next(),
                        patient.value(),
                        episode.value(),
                        flag.name(),
                        at,
                        at)
                .orElseThrow();
        if (raised.first()) {
            register.say(new SafetyChanged(SERVICE, raised.id(), patient, episode, flag.name(), true, at));
        }
        tasks.found(flag, new FindingId(raised.id()), patient, episode, at);
    }

    /** The flag of a name that stands; locked, so that it is cleared once. */
    Optional<Flag> standing(PatientId patient, FlagName flag) {
        return sql.one("""
                select * from safety_flag
                where clinic_id = platform.current_clinic() and patient_id = ? and flag = ? and cleared_at is null for update
                """, Flag::read, patient.value(), flag.name());
    }

    /** Ends a flag that is locked. */
    void clear(Flag flag, Cleared how, Instant at) {
        sql.update(
                """
                update safety_flag set cleared_at = ?, cleared_by = ?, disposition = ?, assessment = ?
                where clinic_id = platform.current_clinic() and id = ?
                """,
                at,
                how.by() == null ? null : how.by().value(),
                how.disposition(),
                how.sealedAssessment(),
                flag.id().value());
        register.say(new SafetyChanged(
                SERVICE,
                flag.id().value(),
                flag.patient(),
                flag.episode(),
                flag.name().name(),
                false,
                at));
        tasks.cleared(flag.name(), flag.id(), at);
    }

    /** All of a patient, the newest first. */
    List<Flag> of(PatientId patient) {
        return sql.list("""
                select * from safety_flag
                where clinic_id = platform.current_clinic() and patient_id = ? order by id desc limit ?
                """, Flag::read, patient.value(), SHOWN_MAX);
    }
}
