package org.stepwell.aftercare.milestone;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.Id;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.access.MergedPatients;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.message.Messenger.Channel;

/** What became of the notes on days that were reached: one for each, whatever is said of the date afterwards. */
@Singleton
class Congratulations {

    private final Sql sql;
    private final MergedPatients merged;

    Congratulations(Sql sql, MergedPatients merged) {
        this.sql = sql;
        this.merged = merged;
    }

    /** What became of a note. */
    @Schema(name = "MilestoneNote")
    enum Outcome {
        /** It is about to be sent. */
        LEAVING,
        SENT,
        /** The patient wants none. */
        MUTED,
        /** The patient is neither in treatment nor in aftercare. */
        NOT_IN_CARE,
        /** No way is safe and agreed with the patient, or nothing may be said. */
        NO_SAFE_WAY,
        /** There is no such mailbox or number. */
        CAME_BACK,
        /** It could not be sent on the day, and is not sent late. */
        SUPERSEDED
    }

    /** A message, as mail servers and gateways know it. */
    record MessageId(UUID value) implements Id {

        static MessageId of(UUID run, Period after) {
            return new MessageId(UUID.nameUUIDFromBytes(
                    "milestone|%s|%s".formatted(run, after).getBytes(StandardCharsets.UTF_8)));
        }
    }

    /** A note that is about to be sent. */
    record Leaving(MessageId id, UUID run, PatientId patient, LocalDate on) {}

    /** A day that was reached while its date held. */
    record Marked(UUID run, Period after, Outcome note) {}

    /** Marks a day; nothing where it was marked before. */
    Optional<MessageId> mark(SobrietyRun run, Milestone milestone, Instant now) {
        var id = MessageId.of(run.id(), milestone.after());
        int marked = sql.update(
                """
                insert into milestone (run_id, after, patient_id, reached_on, message_id, outcome, settled_at)
                values (?, ?, ?, ?, ?, 'LEAVING', ?)
                on conflict (clinic_id, run_id, after) do nothing
                """, run.id(), milestone.after().toString(), run.patient().value(), milestone.on(), id.value(), now);
        return marked == 1 ? Optional.of(id) : Optional.empty();
    }

    Optional<Leaving> leaving(UUID message) {
        return sql.one(
                """
                select * from milestone
                where clinic_id = platform.current_clinic() and message_id = ? and outcome = 'LEAVING'
                """,
                row -> new Leaving(
                        new MessageId(message),
                        row.getObject("run_id", UUID.class),
                        new PatientId(row.getObject("patient_id", UUID.class)),
                        row.getObject("reached_on", LocalDate.class)),
                message);
    }

    void became(MessageId id, Outcome outcome, @Nullable Channel channel, Instant now) {
        sql.update("""
                update milestone set outcome = ?, channel = ?, settled_at = ?
                where clinic_id = platform.current_clinic() and message_id = ? and outcome = 'LEAVING'
                """, outcome.name(), channel == null ? null : channel.name(), now, id.value());
    }

    List<Marked> of(Collection<UUID> runs) {
        return sql.list("""
                select * from milestone where clinic_id = platform.current_clinic() and run_id = any (?)
                """, Congratulations::read, (Object) runs.toArray(UUID[]::new));
    }

    private static Marked read(ResultSet row) throws SQLException {
        return new Marked(
                row.getObject("run_id", UUID.class),
                Period.parse(row.getString("after")),
                Outcome.valueOf(row.getString("outcome")));
    }

    boolean muted(PatientId patient) {
        return sql.one("""
                        select 1 from milestone_mute
                        where clinic_id = platform.current_clinic() and patient_id = any (?) limit 1
                        """, row -> row.getInt(1), (Object) merged.recordsOf(patient))
                .isPresent();
    }

    void mute(PatientId patient, Instant now) {
        sql.update(
                "insert into milestone_mute (patient_id, said_at) values (?, ?) on conflict do nothing",
                patient.value(),
                now);
    }

    void unmute(PatientId patient) {
        sql.update(
                "delete from milestone_mute where clinic_id = platform.current_clinic() and patient_id = any (?)",
                (Object) merged.recordsOf(patient));
    }
}
