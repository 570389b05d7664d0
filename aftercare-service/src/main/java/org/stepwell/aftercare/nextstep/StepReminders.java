package org.stepwell.aftercare.nextstep;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.AftercarePlanId;
import org.stepwell.contracts.id.MeetingId;
import org.stepwell.contracts.id.NextStepId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.database.Sql;

/** The messages before steps that are about to leave, and what became of them. */
@Singleton
class StepReminders {

    private final Sql sql;

    StepReminders(Sql sql) {
        this.sql = sql;
    }

    /** A step of which the patient is to be told. */
    record Leaving(
            NextStepId id,
            AftercarePlanId plan,
            PatientId patient,
            @Nullable MeetingId meeting,
            LocalDate date) {}

    /** Nothing where the step went another way meanwhile. It is not locked: whoever changes it goes on. */
    Optional<Leaving> leaving(NextStepId step) {
        return sql.one(
                """
                select * from next_step
                where clinic_id = platform.current_clinic() and id = ? and reminder = 'LEAVING'
                """,
                row -> {
                    @Nullable UUID meeting = row.getObject("meeting_id", UUID.class);
                    return new Leaving(
                            step,
                            new AftercarePlanId(row.getObject("plan_id", UUID.class)),
                            new PatientId(row.getObject("patient_id", UUID.class)),
                            meeting == null ? null : new MeetingId(meeting),
                            row.getObject("date", LocalDate.class));
                },
                step.value());
    }

    /** What became of it; nothing where the step went another way while it was sent. */
    void became(Leaving step, StepReminder reminder, Instant now) {
        sql.update("""
                update next_step set reminder = ?, reminded_at = ?, version = version + 1
                where clinic_id = platform.current_clinic() and id = ? and reminder = 'LEAVING'
                """, reminder.name(), now, step.id().value());
    }
}
