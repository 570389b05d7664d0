package org.stepwell.scheduling.reminder;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.access.Access;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.MergedPatients;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.message.Messenger.Channel;
import org.stepwell.scheduling.calendar.ClinicTime;
import org.stepwell.scheduling.columns.Columns;

/** What a patient was told of their appointments. */
@Path("patients/{patient}/reminders")
class ReminderResource {

    private static final int DAYS_BACK = 30;
    private static final int SHOWN_MAX = 200;

    private final ReminderTable reminders;
    private final MergedPatients merged;
    private final Access access;
    private final ClinicTime time;

    ReminderResource(ReminderTable reminders, MergedPatients merged, Access access, ClinicTime time) {
        this.reminders = reminders;
        this.merged = merged;
        this.access = access;
        this.time = time;
    }

    /** One message, or why there was none. */
    @Schema(name = "Reminder")
    record View(
            LocalDate day,

            @Schema(description = "1 for the reminder of the day, from 2 on for what changed", examples = "1")
            int number,

            ReminderTable.Outcome outcome,
            @Nullable Channel channel,

            @Schema(description = "when the appointments it named begin; none where they were cancelled")
            List<Instant> appointments,

            Instant at) {

        static View read(ResultSet row) throws SQLException {
            return new View(
                    Columns.day(row, "day"),
                    row.getInt("number"),
                    ReminderTable.Outcome.valueOf(row.getString("outcome")),
                    Columns.codeOrNull(row, "channel", Channel.class),
                    Columns.instants(row, "starts"),
                    Columns.instant(row, "settled_at"));
        }
    }

    @GET
    @Transactional
    @Guard(Policy.CARE_TEAM_READS)
    @Operation(
            summary = "Which reminders a patient was sent, and why not where none was; newest first, 200 at most",
            description =
                    "NO_SAFE_WAY: call them, if the phone is safe. CAME_BACK: there is no such mailbox or number.")
    public List<View> read(
            PatientId patient,
            @QueryParam("from") @Parameter(description = "the first day; thirty days ago unless said") @Nullable
                    LocalDate from) {
        access.to(patient);
        return reminders.of(merged.allOf(patient), from == null ? time.today().minusDays(DAYS_BACK) : from, SHOWN_MAX);
    }
}
