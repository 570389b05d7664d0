package org.stepwell.therapy.outreach;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.platform.access.Access;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.therapy.roster.Episodes;

/** How a patient of an episode is looked for. */
@Path("episodes/{episode}/outreach")
class OutreachResource {

    private static final int RUNS_MAX = 20;
    private static final int ATTEMPTS_MAX = 100;

    private final AbsenceRuns runs;
    private final OutreachSteps steps;
    private final OutreachAttempts attempts;
    private final OutreachTexts texts;
    private final SafeContact contact;
    private final Episodes episodes;
    private final Access access;
    private final Clock clock;

    OutreachResource(
            AbsenceRuns runs,
            OutreachSteps steps,
            OutreachAttempts attempts,
            OutreachTexts texts,
            SafeContact contact,
            Episodes episodes,
            Access access,
            Clock clock) {
        this.runs = runs;
        this.steps = steps;
        this.attempts = attempts;
        this.texts = texts;
        this.contact = contact;
        this.episodes = episodes;
        this.access = access;
        this.clock = clock;
    }

    @GET
    @Transactional
    @Guard(Policy.CLINICAL_READS)
    @Operation(
            summary = "Read how a patient is looked for: what is safe, what is to be done, what was tried",
            description =
                    "Patients see since when, and what was tried, without steps and without what staff wrote. Nothing is sent to"
                            + " them from here.")
    public OutreachView read(EpisodeId episode) {
        var stay = episodes.stay(episode);
        access.to(stay.patient());
        boolean toStaff = !access.byPatient();
        var last = runs.last(episode, RUNS_MAX + 1);
        var ofRun = toStaff ? stepsOf(last) : Map.<UUID, List<OutreachView.StepView>>of();
        var shown = last.stream()
                .map(run -> new Shown(run.isOpen(), run.view(ofRun.getOrDefault(run.id(), List.of()))))
                .toList();
        return new OutreachView(
                episode,
                stay.patient(),
                contact.of(stay.patient(), clock.instant()).orElse(null),
                shown.stream().filter(Shown::open).map(Shown::view).findFirst().orElse(null),
                shown.stream().filter(run -> !run.open()).map(Shown::view).toList(),
                attempts.last(episode, ATTEMPTS_MAX).stream()
                        .map(attempt -> texts.show(attempt, toStaff))
                        .toList());
    }

    private Map<UUID, List<OutreachView.StepView>> stepsOf(List<AbsenceRun> shown) {
        return steps.of(shown.stream().map(AbsenceRun::id).toList()).stream()
                .collect(Collectors.groupingBy(
                        OutreachStep::runId, Collectors.mapping(texts::show, Collectors.toList())));
    }

    private record Shown(boolean open, OutreachView.RunView view) {}
}
