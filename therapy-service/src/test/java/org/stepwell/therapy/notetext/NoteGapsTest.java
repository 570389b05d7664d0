package org.stepwell.therapy.notetext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.problem.FieldError;
import org.stepwell.platform.problem.Refusal;
import org.stepwell.therapy.objective.ObjectiveId;
import org.stepwell.therapy.objective.ObjectiveRating;
import org.stepwell.therapy.objective.RatedObjective;

class NoteGapsTest {

    private static final PatientId ADA = new PatientId(UUID.randomUUID());
    private static final PatientId BEN = new PatientId(UUID.randomUUID());
    private static final ObjectiveId HERS = new ObjectiveId(UUID.randomUUID());
    private static final ObjectiveId HIS = new ObjectiveId(UUID.randomUUID());
    private static final Linkable OPEN = new Linkable(Map.of(ADA, Set.of(HERS), BEN, Set.of(HIS)));
    private static final SharedText SHARED = new SharedText("Triggers", "Role play", "They rehearsed.");

    @Test
    void aWholeNoteMayBeSigned() {
        assertThatCode(() -> sign(group("Named the walk home.", RiskNoted.NONE_NOTED, null, HERS)))
                .doesNotThrowAnyException();
        assertThatCode(() -> sign(visit(NoteFormat.DAP, "Slept badly."))).doesNotThrowAnyException();
    }

    @Test
    void everyGapIsPointedAtAndTheFirstRuleIsTold() {
        refused(
                NoteTextRule.EVERYBODY_PRESENT_HAS_A_TEXT,
                group(" ", null, null),
                "/parts/0/text",
                "/parts/0/risk",
                "/parts/0/objectives");
    }

    @Test
    void aConcernSaysWhatItWas() {
        for (var risk : List.of(RiskNoted.CONCERN_RAISED, RiskNoted.ACUTE)) {
            refused(NoteTextRule.RISK_IS_NOTED, group("Named it.", risk, " ", HERS), "/parts/0/riskText");
            assertThatCode(() -> sign(group("Named it.", risk, "Agreed whom to call.", HERS)))
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void everybodyPresentHasAnObjectiveOfTheirsThatWasOpen() {
        refused(
                NoteTextRule.OBJECTIVES_ARE_RATED,
                group("Named it.", RiskNoted.NONE_NOTED, null),
                "/parts/0/objectives");
        refused(
                NoteTextRule.OBJECTIVES_ARE_RATED,
                group("Named it.", RiskNoted.NONE_NOTED, null, HERS, HIS),
                "/parts/0/objectives/1/objective");
        refused(
                NoteTextRule.OBJECTIVES_ARE_RATED,
                group("Named it.", RiskNoted.NONE_NOTED, null, HERS, HERS),
                "/parts/0/objectives/1/objective");
    }

    @Test
    void whoLacksSomethingIsNamed() {
        var both = new NoteContent(
                SHARED,
                Map.of(
                        ADA, part("Named it.", RiskNoted.NONE_NOTED, null, HERS),
                        BEN, part("Listened.", RiskNoted.NONE_NOTED, null)));

        assertThatThrownBy(() -> NoteGaps.mustBeNone(both, List.of(ADA, BEN), OPEN, Map.of()))
                .isInstanceOfSatisfying(Refusal.class, no -> {
                    assertThat(no.detail()).contains(BEN.toString()).doesNotContain(ADA.toString());
                    assertThat(no.errors()).extracting(FieldError::pointer).containsExactly("/parts/1/objectives");
                });
    }

    @Test
    void eachFormatHasItsSectionsAndEachOfThemSaysSomething() {
        for (var format : NoteFormat.values()) {
            assertThatCode(() -> sign(visit(format, "Said."))).doesNotThrowAnyException();
            refused(NoteTextRule.SECTIONS_ARE_WRITTEN, visit(format, " "), "/parts/0/sections");
        }
        assertThat(NoteFormat.BIRP.sections())
                .containsExactly(
                        NoteSection.BEHAVIOR, NoteSection.INTERVENTION, NoteSection.RESPONSE, NoteSection.PLAN);
        refused(NoteTextRule.SECTIONS_ARE_WRITTEN, asVisit(List.of(), NoteFormat.SOAP), "/parts/0/sections");
    }

    @Test
    void whatIsCopiedOrNamesAnotherIsSignedWithAReasonAlone() {
        var note = group("Named it.", RiskNoted.NONE_NOTED, null, HERS);

        assertThatThrownBy(
                        () -> NoteGaps.mustBeNone(note, List.of(ADA), OPEN, Map.of(ADA, Set.of(Doubt.NAMES_ANOTHER))))
                .isInstanceOfSatisfying(
                        Refusal.class, no -> assertThat(no.rule()).isEqualTo(NoteTextRule.OTHERS_ARE_NOT_NAMED));
        assertThatThrownBy(() -> NoteGaps.mustBeNone(note, List.of(ADA), OPEN, Map.of(ADA, Set.of(Doubt.ALIKE))))
                .isInstanceOfSatisfying(
                        Refusal.class, no -> assertThat(no.rule()).isEqualTo(NoteTextRule.TEXTS_ARE_INDIVIDUAL));
        assertThatCode(() ->
                        NoteGaps.mustBeNone(note, List.of(ADA), OPEN, Map.of(ADA, Set.of(Doubt.FIRST_NAME_OF_ANOTHER))))
                .doesNotThrowAnyException();
    }

    @Test
    void twoTextsThatAreNearlyTheSameAreAlikeUnlessTheyAreShort() {
        var copied = part(
                "Took part well, named two situations that are risky and shared with the group how to leave.",
                RiskNoted.NONE_NOTED,
                null);
        var shorter = part("Took part well.", RiskNoted.NONE_NOTED, null);

        assertThat(new NoteContent(SHARED, Map.of(ADA, copied, BEN, copied)).alike(List.of()))
                .containsExactlyInAnyOrder(ADA, BEN);
        assertThat(new NoteContent(SHARED, Map.of(ADA, copied, BEN, shorter)).alike(List.of()))
                .isEmpty();
        assertThat(new NoteContent(SHARED, Map.of(ADA, shorter, BEN, shorter)).alike(List.of()))
                .isEmpty();
    }

    /** It goes into the record as the text does, and may not be copied either; nor do a few words beside a copy make it another. */
    @Test
    void howTheyRespondedIsComparedToo() {
        var copied = "Took part well, named two situations that are risky and shared with the group how to leave.";

        assertThat(alike(copied, "Spoke of home.", copied, "Spoke of work.")).hasSize(2);
        assertThat(alike("Warm", copied, "Cold and tired", copied)).hasSize(2);
        assertThat(alike(copied.substring(0, 40), copied.substring(40), copied.substring(0, 40), copied.substring(40)))
                .hasSize(2);
        assertThat(alike(copied.substring(0, 40), "Home.", copied.substring(0, 40), "Work."))
                .isEmpty();
    }

    private static Set<PatientId> alike(String response, String text, String otherResponse, String otherText) {
        return new NoteContent(SHARED, Map.of(ADA, said(response, text), BEN, said(otherResponse, otherText)))
                .alike(List.of());
    }

    private static PartContent said(String response, String text) {
        return new PartContent(
                new PartText(Participation.ACTIVE, response, text, null, List.of(), null, null, null), List.of());
    }

    private static void refused(NoteTextRule rule, NoteContent note, String... pointers) {
        assertThatThrownBy(() -> sign(note)).isInstanceOfSatisfying(Refusal.class, no -> {
            assertThat(no.rule()).isEqualTo(rule);
            assertThat(no.errors()).extracting(FieldError::pointer).containsExactly(pointers);
        });
    }

    private static void sign(NoteContent note) {
        NoteGaps.mustBeNone(note, List.of(ADA), OPEN, Map.of());
    }

    private static NoteContent group(
            String text, @Nullable RiskNoted risk, @Nullable String riskText, ObjectiveId... linked) {
        return new NoteContent(SHARED, Map.of(ADA, part(text, risk, riskText, linked)));
    }

    private static PartContent part(
            String text, @Nullable RiskNoted risk, @Nullable String riskText, ObjectiveId... linked) {
        return new PartContent(
                new PartText(Participation.ACTIVE, "Warm", text, null, List.of(), risk, riskText, null),
                List.of(linked).stream()
                        .map(one -> new RatedObjective(one, ObjectiveRating.NO_CHANGE))
                        .toList());
    }

    private static NoteContent visit(NoteFormat format, String each) {
        return asVisit(
                format.sections().stream()
                        .map(section -> new SectionText(section, each))
                        .collect(Collectors.toList()),
                format);
    }

    private static NoteContent asVisit(List<SectionText> sections, NoteFormat format) {
        var text = new PartText(null, null, null, format, sections, RiskNoted.NONE_NOTED, null, null);
        return new NoteContent(
                null, Map.of(ADA, new PartContent(text, List.of(new RatedObjective(HERS, ObjectiveRating.WORSE)))));
    }
}
