package org.stepwell.aftercare.silence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.stepwell.contracts.id.AftercarePlanId;
import org.stepwell.contracts.id.CheckInId;

/**
 * One check-in that did not come when it was due.
 *
 * @param number which one it is of an unbroken silence
 */
record Silence(
        CheckInId checkIn,
        AftercarePlanId plan,
        LocalDate dueOn,
        Instant dueAt,
        int number,
        boolean compressed,
        Status status) {

    /** Where looking for somebody stands. */
    @Schema(name = "SilenceStatus")
    enum Status {
        RUNNING,
        /** All of its steps were taken, and nobody was heard from. */
        CLIMBED,
        /** The patient was heard from. */
        HEARD,
        /** Nobody asks any more: the plan is closed or paused. */
        ENDED
    }

    boolean goesOn() {
        return status == Status.RUNNING || status == Status.CLIMBED;
    }

    static Silence read(ResultSet row) throws SQLException {
        return new Silence(
                new CheckInId(row.getObject("check_in_id", UUID.class)),
                new AftercarePlanId(row.getObject("plan_id", UUID.class)),
                row.getObject("due_on", LocalDate.class),
                row.getObject("due_at", OffsetDateTime.class).toInstant(),
                row.getInt("number"),
                row.getBoolean("compressed"),
                Status.valueOf(row.getString("status")));
    }
}
