package org.stepwell.therapy.career;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.SessionId;
import org.stepwell.platform.access.Access;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.platform.http.Answers;
import org.stepwell.therapy.roster.Episodes;
import org.stepwell.therapy.roster.Presences;
import org.stepwell.therapy.roster.Stay;

/** Which skills career assistance worked on with a patient. */
@Path("episodes/{episode}/career/skills")
@Produces(MediaType.APPLICATION_JSON)
class SkillResource {

    private final SkillsWorkedOn works;
    private final Episodes episodes;
    private final Presences presences;
    private final Access access;
    private final Clock clock;

    SkillResource(SkillsWorkedOn works, Episodes episodes, Presences presences, Access access, Clock clock) {
        this.works = works;
        this.episodes = episodes;
        this.presences = presences;
        this.access = access;
        this.clock = clock;
    }

    /** Skills, and when they were worked on. */
    @Schema(name = "CareerSkillForm")
    record SkillForm(
            @Schema(description = "none takes back what was recorded of the session or the day")
            @NotNull
            @Size(max = 12)
            Set<@NotNull Skill> skills,

            @Schema(description = "a session that the patient was at") @Nullable
            SessionId session,

            @Schema(description = "where it was in no session: a day in the program; today where it is left out")
            @Nullable
            LocalDate date) {

        private void mustNameOne() {
            if (session != null && date != null) {
                throw CareerRule.SKILLS_OF_A_SESSION_OR_A_DAY.at("/date", "Leave it out: the session has its day.");
            }
        }
    }

    @POST
    @Transactional
    @Guard(Policy.CARE_TEAM_TREATS)
    @Operation(
            summary = "Record which skills were worked on with the patient, in a session or on a day",
            description = "Another word on the same session or day stands instead of the one before.")
    @APIResponseSchema(value = SkillWorkView.class, responseCode = "201")
    public RestResponse<SkillWorkView> record(EpisodeId episode, @NotNull @Valid SkillForm form) {
        var stay = episodes.stay(episode);
        access.to(stay.patient());
        form.mustNameOne();
        var work = new SkillWork(Uuid7.next(), stay, when(stay, form), form.skills(), access.staff(), clock.instant());
        works.persist(work);
        return Answers.created(work.view(), CareerResource.path(stay.patient()), 0);
    }

    private SkillWork.When when(Stay stay, SkillForm form) {
        var session = form.session();
        if (session == null) {
            return new SkillWork.When(null, form.date() == null ? stay.today() : form.date(), false);
        }
        var presence = presences.of(stay.episode(), session);
        return new SkillWork.When(session, presence.day(), presence.attended());
    }
}
