package org.stepwell.therapy.job;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.StaffId;

/** An application for a job, opened. */
@Schema(name = "JobApplication")
public record JobApplicationView(
        JobApplicationId id,

        Employer employer,
        ApplicationState state,

        @Schema(description = "since when it is in this state")
        LocalDate since,

        @Schema(description = "the states to which it may come from there")
        Set<ApplicationState> next,

        @Schema(description = "all that it came to, newest last")
        List<StateReached> states,

        List<Interview> interviews,
        @Schema(description = "of a job that was accepted") List<Shift> shifts,

        @Schema(description = "missing where there are no hours to hand over, and were none") @Nullable
        HandoverView handover,

        @Schema(examples = "2") int version) {

    /** The hours of a job as scheduling takes them, and whether it has them. */
    @Schema(name = "JobHandover")
    record HandoverView(
            @Schema(description = "whether scheduling has them, as whoever handed them over said")
            boolean handedOver,

            @Schema(description = "when some were handed over last") @Nullable
            LocalDate handedOverOn,

            @Schema(description = "who of the staff said so; missing where the patient did") @Nullable
            StaffId writtenBy,

            @Schema(
                    examples = "/api/scheduling/v1/patients/019a0000-0000-7000-8000-0000000000a1/availability",
                    description =
                            "where they are handed over: read it, put `busy` in place of the lines that were this job's"
                                    + " before, and send all of it back with If-Match")
            String path,

            @Schema(description = "none where the lines of this job are to be taken out")
            List<WorkHours> busy) {

        static @Nullable HandoverView of(PatientId patient, Handover handover, List<Shift> shifts) {
            return shifts.isEmpty() && !handover.handoverDue()
                    ? null
                    : new HandoverView(
                            !handover.handoverDue(),
                            handover.handedOverOn(),
                            handover.handedOverBy(),
                            "/api/scheduling/v1/patients/%s/availability".formatted(patient),
                            shifts.stream().flatMap(Shift::hours).toList());
        }
    }
}
