package org.stepwell.therapy.twelvestep;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestResponse;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.platform.http.Answers;
import org.stepwell.therapy.telling.Telling;
import org.stepwell.therapy.twelvestep.MeetingTried.What;

/** The meetings that a patient says to have tried. */
@Path("episodes/{episode}/twelve-step/meetings")
@Produces(MediaType.APPLICATION_JSON)
class MeetingTriedResource {

    private final MeetingsTried meetings;
    private final Telling telling;

    MeetingTriedResource(MeetingsTried meetings, Telling telling) {
        this.meetings = meetings;
        this.telling = telling;
    }

    /** A meeting; where it was and who was there is nobody's business. */
    @Schema(name = "MeetingTriedForm")
    record MeetingForm(
            @NotNull LocalDate date,
            @NotNull Fellowship fellowship,
            @NotNull MeetingTried.Format format,

            @Schema(examples = "false", description = "whether it is the patient's home group") @NotNull
            Boolean homeGroup) {

        private What what() {
            return new What(date, fellowship, format, homeGroup);
        }
    }

    @POST
    @Transactional
    @Guard(Policy.PATIENT_DECIDES)
    @Operation(
            summary = "Say that the patient went to a meeting, as the patient says",
            description = "No proof is asked for, and neither a place nor anybody's name is taken.")
    @APIResponseSchema(value = MeetingView.class, responseCode = "201")
    public RestResponse<MeetingView> tell(EpisodeId episode, @NotNull @Valid MeetingForm form) {
        var told = telling.of(episode);
        var meeting = new MeetingTried(Uuid7.next(), told, form.what());
        meetings.persist(meeting);
        return Answers.created(
                meeting.view(), "patients/%s/twelve-step".formatted(told.stay().patient()), 0);
    }

    @DELETE
    @Path("{meeting}")
    @Transactional
    @Guard(Policy.PATIENT_DECIDES)
    @Operation(summary = "Take back a meeting that was told by mistake: it counts no more")
    public void takeBack(EpisodeId episode, UUID meeting) {
        var told = telling.of(episode);
        meetings.of(episode, meeting).takenBack(told.at());
    }
}
