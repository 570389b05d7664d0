package org.stepwell.therapy.goal;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.therapy.safety.SuicideRisk;

/**
 * A criterion, and whether it is met.
 *
 * @param met nothing where nothing is known
 */
@Schema(name = "StepDownReading")
record StepDown(
        Criterion criterion,

        @Schema(examples = "They were at four of five sessions of the last four weeks, or more.")
        String sentence,

        @Schema(description = "missing where nothing is known") @Nullable
        Boolean met,

        @Schema(examples = "11 of 12 sessions.") String because) {

    private static final int ATTENDED_OF_FIVE = 4;
    private static final int CUT_OFF = 10;

    /**
     * What is known of a stay today.
     *
     * @param planned sessions of the last four weeks that the program did not cancel
     * @param attended of these, those the patient was at
     * @param screens drug screens of the last thirty days with results
     * @param unexpected of these, those with anything unexpected
     * @param warnings those that stand, by their codes
     * @param lowMood the last total of the PHQ-9
     * @param worry the last total of the GAD-7
     * @param rated objectives that notes rated
     * @param moving of these, those whose last rating is some progress or better
     * @param meetings mutual-help meetings of the last thirty days
     * @param otherWay whether the patient chose to go to no fellowship
     */
    record Facts(
            int planned,
            int attended,
            int screens,
            int unexpected,
            List<String> warnings,
            @Nullable Integer lowMood,
            @Nullable Integer worry,
            int rated,
            int moving,
            boolean relapsePlan,
            int meetings,
            boolean otherWay) {}

    /** All criteria, in their order. */
    static List<StepDown> of(Facts facts) {
        return Arrays.stream(Criterion.values())
                .map(criterion -> of(criterion, facts))
                .toList();
    }

    private static StepDown of(Criterion criterion, Facts facts) {
        return switch (criterion) {
            case COMES_REGULARLY ->
                read(
                        criterion,
                        facts.planned() == 0 ? null : facts.attended() * 5 >= facts.planned() * ATTENDED_OF_FIVE,
                        "%d of %d sessions.".formatted(facts.attended(), facts.planned()));
            case NOTHING_UNEXPECTED_FOUND ->
                read(
                        criterion,
                        facts.screens() == 0 ? null : facts.unexpected() == 0,
                        "%d of %d screens found something that was not expected."
                                .formatted(facts.unexpected(), facts.screens()));
            case NO_OPEN_WARNING ->
                read(
                        criterion,
                        facts.warnings().isEmpty(),
                        facts.warnings().isEmpty()
                                ? "None stands."
                                : "Standing: %s.".formatted(inWords(facts.warnings())));
            case SYMPTOMS_EASED -> symptoms(facts);
            case OBJECTIVES_MOVE ->
                read(
                        criterion,
                        facts.rated() == 0 ? null : facts.moving() * 2 >= facts.rated(),
                        "%d of %d objectives.".formatted(facts.moving(), facts.rated()));
            case PLAN_AGAINST_RELAPSE ->
                read(criterion, facts.relapsePlan(), facts.relapsePlan() ? "It is there." : "There is none yet.");
            case SUPPORT_OUTSIDE ->
                read(
                        criterion,
                        facts.meetings() > 0 || facts.otherWay(),
                        facts.otherWay() ? "They chose another way." : "%d meetings.".formatted(facts.meetings()));
        };
    }

    private static String inWords(List<String> warnings) {
        return warnings.stream().map(SuicideRisk::inWords).collect(Collectors.joining(", "));
    }

    private static StepDown symptoms(Facts facts) {
        var mood = Optional.ofNullable(facts.lowMood());
        var worry = Optional.ofNullable(facts.worry());
        boolean known = mood.isPresent() || worry.isPresent();
        return read(
                Criterion.SYMPTOMS_EASED,
                known ? mood.orElse(0) < CUT_OFF && worry.orElse(0) < CUT_OFF : null,
                "PHQ-9 %s, GAD-7 %s."
                        .formatted(
                                mood.map(String::valueOf).orElse("not answered"),
                                worry.map(String::valueOf).orElse("not answered")));
    }

    private static StepDown read(Criterion criterion, @Nullable Boolean met, String because) {
        return new StepDown(criterion, criterion.sentence(), met, because);
    }
}
