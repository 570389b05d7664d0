package org.stepwell.therapy.career;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.platform.http.Answers;
import org.stepwell.therapy.telling.Telling;

/** How a patient stands to work and school. */
@Path("episodes/{episode}/career/statuses")
@Produces(MediaType.APPLICATION_JSON)
class WorkStatusResource {

    private final WorkStatuses statuses;
    private final Telling telling;

    WorkStatusResource(WorkStatuses statuses, Telling telling) {
        this.statuses = statuses;
        this.telling = telling;
    }

    /** A status, and as of when. */
    @Schema(name = "WorkStatusForm")
    record StatusForm(
            @NotNull Employment employment,

            @Schema(description = "as what, where they are not in the labor force; left out otherwise") @Nullable
            NotInLaborForce notInLaborForce,

            @Schema(description = "the highest") @NotNull Education education,

            @Schema(description = "a day in the program; today where it is left out") @Nullable
            LocalDate date) {

        private WorkStatus.What what() {
            return new WorkStatus.What(employment, notInLaborForce, education);
        }
    }

    @POST
    @Transactional
    @Guard(Policy.PATIENT_DECIDES)
    @Operation(
            summary = "Say how the patient stands to work and school, as the patient says",
            description =
                    "The last day's is the current one. Another word of the same day stands instead of the one before, which is"
                            + " kept.")
    @APIResponseSchema(value = WorkStatusView.class, responseCode = "201")
    public RestResponse<WorkStatusView> tell(EpisodeId episode, @NotNull @Valid StatusForm form) {
        var told = telling.of(episode);
        var status = new WorkStatus(Uuid7.next(), told, form.what(), form.date());
        statuses.persist(status);
        return Answers.created(status.view(false), CareerResource.path(told), 0);
    }
}
