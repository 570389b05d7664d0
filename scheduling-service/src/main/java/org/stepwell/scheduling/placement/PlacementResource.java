package org.stepwell.scheduling.placement;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.GroupId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.scheduling.SchedulingFact.PlacementAnswered.Outcome;
import org.stepwell.platform.access.Access;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.problem.HttpRule;
import org.stepwell.platform.problem.Refusal;
import org.stepwell.scheduling.fidelity.WeekMeasure;

@Path("patients/{patient}/placements/{episode}")
class PlacementResource {

    private final Placements placements;
    private final Access access;

    PlacementResource(Placements placements, Access access) {
        this.placements = placements;
        this.access = access;
    }

    /** The answer to an admission: which groups, and what is still missing; {@code unmet} by the program's rule set. */
    @Schema(name = "PlacementView")
    record View(
            PatientId patient,
            EpisodeId episode,
            Outcome outcome,
            List<GroupId> groups,
            int weeklyMinutes,
            int missingMinutes,
            int missingDays,
            Set<WeekMeasure.Need> unmet,
            Instant at) {
        static View of(Placements.Kept kept) {
            var answer = kept.answer();
            return new View(
                    answer.patient(),
                    answer.episode(),
                    answer.outcome(),
                    answer.groups(),
                    answer.weeklyMinutes(),
                    answer.missingMinutes(),
                    answer.missingDays(),
                    kept.unmet(),
                    answer.at());
        }
    }

    @GET
    @Transactional
    @Guard(Policy.CARE_TEAM_READS)
    @Operation(
            summary = "The answer given to an admission; 404 until it is given",
            description = "The hours of a group count where it meets in the patient's first whole week and the three"
                    + " after it, or until the target end where that is sooner. A group that begins later or ends"
                    + " earlier is listed too, but its hours are still missing.")
    public View read(PatientId patient, EpisodeId episode) {
        access.to(patient);
        return placements
                .find(episode)
                .filter(kept -> kept.answer().patient().equals(patient))
                .map(View::of)
                .orElseThrow(() -> new Refusal(HttpRule.NOT_FOUND, "No answer was given yet (%s).".formatted(episode)));
    }
}
