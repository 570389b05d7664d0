package org.stepwell.therapy.twelvestep;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.access.Access;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.therapy.roster.Episodes;
import org.stepwell.therapy.roster.Stay;

/** A patient's preparation for fellowships on one page. */
@Path("patients/{patient}/twelve-step")
class TwelveStepResource {

    private static final int SHOWN_MAX = 100;

    private final Choices choices;
    private final Facilitations facilitations;
    private final StepsWorked steps;
    private final MeetingsTried meetings;
    private final FellowshipTies ties;
    private final Episodes episodes;
    private final Access access;

    TwelveStepResource(
            Choices choices,
            Facilitations facilitations,
            StepsWorked steps,
            MeetingsTried meetings,
            FellowshipTies ties,
            Episodes episodes,
            Access access) {
        this.choices = choices;
        this.facilitations = facilitations;
        this.steps = steps;
        this.meetings = meetings;
        this.ties = ties;
        this.episodes = episodes;
        this.access = access;
    }

    /** How a patient stands to fellowships, 12-step and secular alike. */
    @Schema(name = "TwelveStep")
    record TwelveStepView(
            PatientId patient,

            @Schema(description = "missing where the patient was never admitted") @Nullable
            EpisodeId episode,

            @Schema(description = "the current one, where one was made") @Nullable
            ChoiceView choice,

            @Schema(description = "the last hundred, newest last; the last is the current one")
            List<ChoiceView> choices,

            @Schema(description = "the last hundred, newest last")
            List<FacilitationView> sessions,

            List<StepView> steps,

            @Schema(description = "the last hundred, newest last")
            List<MeetingView> meetings,

            @Nullable SelfHelp lastThirtyDays,

            @Schema(description = "said from admission on in aftercare (patients/{patient}/support)") @Nullable
            TieView sponsor,

            @Nullable TieView homeGroup) {}

    @GET
    @Transactional
    @Guard(Policy.CLINICAL_READS)
    @Operation(
            summary =
                    "Read how a patient stands to fellowships: choice, facilitation, steps, meetings, sponsor and home group",
            description = "Nothing of it is mandatory, and secular fellowships are like any other.")
    public TwelveStepView twelveStep(
            PatientId patient,
            @QueryParam("episode") @Parameter(description = "the newest where it is left out") @Nullable
                    EpisodeId chosen) {
        access.to(patient);
        return episodes.stayOf(patient, chosen)
                .map(this::of)
                .orElseGet(() -> new TwelveStepView(
                        patient, null, null, List.of(), List.of(), List.of(), List.of(), null, null, null));
    }

    private TwelveStepView of(Stay stay) {
        var episode = stay.episode();
        var now = ties.of(stay.patient());
        var chosen = choices.last(episode, SHOWN_MAX).stream().map(Chosen::view).toList();
        return new TwelveStepView(
                stay.patient(),
                episode,
                chosen.isEmpty() ? null : chosen.getLast(),
                chosen,
                facilitations.last(episode, SHOWN_MAX).stream()
                        .map(Facilitation::view)
                        .toList(),
                steps.begun(episode).stream().map(StepWork::view).toList(),
                meetings.last(episode, SHOWN_MAX).stream()
                        .map(MeetingTried::view)
                        .toList(),
                lastThirtyDays(stay),
                now.sponsor(),
                now.homeGroup());
    }

    private SelfHelp lastThirtyDays(Stay stay) {
        var through = stay.through();
        return SelfHelp.of(through, meetings.count(stay.patient(), SelfHelp.firstOf(through), through));
    }
}
