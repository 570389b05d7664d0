package org.stepwell.therapy.plan;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.validator.constraints.UniqueElements;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.code.Modality;
import org.stepwell.contracts.code.VisitNeed;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.therapy.modality.TreatmentGoal;
import org.stepwell.therapy.objective.ObjectiveId;
import org.stepwell.therapy.objective.ObjectiveStatus;

/** What a plan says. A draft may still lack much of it; {@link PlanGaps} says what a signature needs. */
@Schema(name = "PlanContent")
record PlanContent(@NotNull @Size(max = 20) List<@NotNull @Valid Problem> problems) {

    /** What brought the patient here, or stands in the way. */
    @Schema(name = "PlanProblem")
    record Problem(
            @Schema(examples = "Drinks when alone in the evening; two relapses after detoxification.")
            @NotBlank
            @Size(max = 2_000)
            String problem,

            @Schema(
                    examples = "F10.20",
                    description =
                            "the diagnosis that it is about, by its ICD-10-CM code, one that the patient has as it is signed; payers"
                                    + " ask for it in a plan")
            @Nullable
            @Pattern(regexp = "[A-Z][0-9][0-9A-Z](\\.[0-9A-Z]{1,4})?")
            String diagnosis,

            @Schema(
                    description =
                            "which of the six dimensions it belongs to, in the order of the third edition of the ASAM Criteria")
            @Nullable
            PlanDimension dimension,

            @NotNull @Size(max = 10) List<@NotNull @Valid Goal> goals) {

        private Problem with(List<Goal> others) {
            return new Problem(problem, diagnosis, dimension, others);
        }
    }

    /** What the patient wants to come to, as the patient says it. */
    @Schema(name = "PlanGoal")
    record Goal(
            @Schema(examples = "I want to be there for my kids at dinner.") @NotBlank @Size(max = 2_000)
            String inThePatientsWords,

            @Schema(description = "which of the eight goals of the program it serves; a draft may leave it open")
            @Nullable
            @Size(max = 8)
            @UniqueElements
            List<@NotNull TreatmentGoal> serves,

            @NotNull @Size(max = 10) List<@NotNull @Valid Objective> objectives,
            @NotNull @Size(max = 10) List<@NotNull @Valid Intervention> interventions) {

        /** Which of the eight goals it serves; none as long as the draft leaves it open. */
        Set<TreatmentGoal> served() {
            return serves == null ? Set.of() : Set.copyOf(serves);
        }

        private Goal with(List<Objective> others) {
            return new Goal(inThePatientsWords, serves, others, interventions);
        }
    }

    /** A step that can be measured. */
    @Schema(name = "PlanObjective")
    record Objective(
            @Schema(
                    description =
                            "given as the draft is saved; sent back, it stays the same objective in this version and the next")
            @Nullable
            ObjectiveId id,

            @Schema(examples = "Evenings a week without alcohol, by the diary") @Nullable @Size(max = 500)
            String measure,

            @Schema(examples = "two of seven") @Nullable @Size(max = 500)
            String baseline,

            @Schema(examples = "seven of seven, four weeks in a row") @Nullable @Size(max = 500)
            String target,

            @Nullable LocalDate targetDate,
            @NotNull ObjectiveStatus status,

            @Schema(
                    examples =
                            "Five of seven since February. He asks for four more weeks, with a call before the weekend.",
                    description =
                            "what this review found: why it is met, or not, is said otherwise, or goes on; missing in a first plan")
            @Nullable
            @Size(max = 2_000)
            String review) {

        Objective with(ObjectiveId given) {
            return new Objective(given, measure, baseline, target, targetDate, status, review);
        }
    }

    /** What is done for it, how often and for how long, and who answers for it. */
    @Schema(name = "PlanIntervention")
    record Intervention(
            @NotNull Modality modality,

            @Schema(examples = "180") @NotNull @Min(5) @Max(480)
            Integer minutes,

            @Schema(examples = "3") @NotNull @Min(1) @Max(7) Integer timesAWeek,

            @Schema(examples = "2", description = "so often in one week out of these; in each week unless said")
            @Nullable
            @Min(1)
            @Max(12)
            Integer everyWeeks,

            @Schema(examples = "12") @NotNull @Min(1) @Max(52)
            Integer weeks,

            @Schema(
                    examples = "false",
                    description =
                            "whether it is done with the patient alone, in visits; individual therapy is, other things are where it is said")
            @Nullable
            Boolean alone,

            @Schema(description = "somebody of the staff; being named here opens nothing to them") @NotNull
            UUID responsible) {

        /** True where it is done in visits, and not in a group. */
        boolean inVisits() {
            return modality == Modality.INDIVIDUAL_THERAPY || Boolean.TRUE.equals(alone);
        }

        private VisitNeed need(LocalDate from) {
            return new VisitNeed(
                    modality,
                    minutes,
                    timesAWeek,
                    everyWeeks == null ? 1 : everyWeeks,
                    new StaffId(responsible),
                    from,
                    from.plusWeeks(weeks).minusDays(1));
        }
    }

    /** What of it is done in visits, from a day on. */
    List<VisitNeed> visits(LocalDate from) {
        return interventions()
                .filter(Intervention::inVisits)
                .map(one -> one.need(from))
                .toList();
    }

    /** All who answer for something. */
    Set<UUID> responsible() {
        return interventions().map(Intervention::responsible).collect(Collectors.toSet());
    }

    /** All objectives, in the order in which they stand here. */
    Stream<Objective> objectives() {
        return goals().flatMap(goal -> goal.objectives().stream());
    }

    /** All goals, in their order. */
    Stream<Goal> goals() {
        return problems.stream().flatMap(problem -> problem.goals().stream());
    }

    /** The same with each objective as it is then. */
    PlanContent with(UnaryOperator<Objective> then) {
        return new PlanContent(problems.stream()
                .map(problem -> problem.with(problem.goals().stream()
                        .map(goal ->
                                goal.with(goal.objectives().stream().map(then).toList()))
                        .toList()))
                .toList());
    }

    private Stream<Intervention> interventions() {
        return problems.stream()
                .flatMap(problem -> problem.goals().stream())
                .flatMap(goal -> goal.interventions().stream());
    }
}
