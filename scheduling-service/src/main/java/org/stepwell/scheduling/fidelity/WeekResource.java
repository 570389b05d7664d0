package org.stepwell.scheduling.fidelity;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.scheduling.SchedulingFact.WeekMeasured.Because;
import org.stepwell.contracts.scheduling.SchedulingFact.WeekMeasured.Verdict;
import org.stepwell.platform.access.Access;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.problem.FieldError;
import org.stepwell.platform.problem.HttpRule;
import org.stepwell.platform.problem.Refusal;
import org.stepwell.scheduling.calendar.ClinicTime;
import org.stepwell.scheduling.enrolled.Episodes;

@Path("patients/{patient}/weeks/{weekStart}")
class WeekResource {

    private static final int LAST_DAY = 6;

    private final MeasureWeeks measureWeeks;
    private final Episodes episodes;
    private final ClinicTime time;
    private final Access access;

    WeekResource(MeasureWeeks measureWeeks, Episodes episodes, ClinicTime time, Access access) {
        this.measureWeeks = measureWeeks;
        this.episodes = episodes;
        this.time = time;
        this.access = access;
    }

    /** A week held against its rule set; {@code unmet} is open now, {@code forecast} if every seat ahead is used. */
    @Schema(name = "WeekView")
    record View(
            PatientId patient,
            EpisodeId episode,
            LocalDate weekStart,
            String ruleSet,
            int ruleSetVersion,
            Verdict verdict,
            @Nullable Because because,
            boolean last,
            int minutes,
            int minutesWanted,
            int plannedMinutes,
            int days,
            int groupSharePercent,
            int longestGapDays,
            Set<WeekMeasure.Need> unmet,
            Set<WeekMeasure.Need> forecast) {

        static View of(EpisodeWeek week) {
            var measure = week.measure();
            return new View(
                    week.episode().patient(),
                    week.episode().id(),
                    week.weekStart(),
                    week.rules().code(),
                    week.rules().version(),
                    measure.verdict(),
                    week.because(),
                    week.last(),
                    measure.minutes(),
                    week.rules().weekMinutesMin(),
                    measure.plannedMinutes(),
                    measure.days(),
                    measure.groupSharePercent(),
                    measure.longestGapDays(),
                    measure.unmet(),
                    measure.forecast());
        }
    }

    @GET
    @Transactional
    @Guard(Policy.CARE_TEAM_READS)
    @Operation(summary = "A patient's week against the program's rule set, as it stands now")
    public View read(PatientId patient, LocalDate weekStart) {
        access.to(patient);
        if (!time.weekStart(weekStart).equals(weekStart)) {
            throw new Refusal(
                    HttpRule.INVALID_REQUEST,
                    "The clinic's week starts on %s.".formatted(time.weekStart(weekStart)),
                    List.of(new FieldError("weekStart", "the first day of the clinic's week")));
        }
        return episodes.ofPatientOn(patient, weekStart.plusDays(LAST_DAY))
                .flatMap(episode -> measureWeeks.of(Set.of(episode.id()), weekStart).stream()
                        .findFirst())
                .map(View::of)
                .orElseThrow(() -> new Refusal(
                        HttpRule.NOT_FOUND, "The patient was in no program in the week of %s.".formatted(weekStart)));
    }
}
