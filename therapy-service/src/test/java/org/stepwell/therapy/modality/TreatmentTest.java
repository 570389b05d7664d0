package org.stepwell.therapy.modality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.stepwell.therapy.modality.ModalityRule.TREATMENT_SERVES_A_GOAL;
import static org.stepwell.therapy.modality.ModalityRule.UNITS_HAVE_TITLES_OF_THEIR_OWN;
import static org.stepwell.therapy.modality.ModalityRule.UNITS_SERVE_WHAT_THEIR_TREATMENT_DOES;
import static org.stepwell.therapy.modality.TreatmentGoal.COMMUNICATION_SKILLS;
import static org.stepwell.therapy.modality.TreatmentGoal.MAINTAINING_ABSTINENCE;
import static org.stepwell.therapy.modality.TreatmentGoal.PROBLEM_SOLVING;
import static org.stepwell.therapy.modality.TreatmentGoal.TAKING_ACTION_FOR_SOBRIETY;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.stepwell.contracts.code.Modality;
import org.stepwell.platform.problem.FieldError;
import org.stepwell.platform.problem.Refusal;
import org.stepwell.therapy.modality.NeededCredentials.Needed;
import org.stepwell.therapy.modality.Treatment.Unit;

class TreatmentTest {

    private static final Set<TreatmentGoal> TWO = Set.of(PROBLEM_SOLVING, COMMUNICATION_SKILLS);

    @Test
    void goalsAreInTheirOrderWhoeverNamedThemInWhich() {
        var named = new LinkedHashSet<>(List.of(TAKING_ACTION_FOR_SOBRIETY, PROBLEM_SOLVING, COMMUNICATION_SKILLS));

        assertThat(new Treatment(named, List.of(new Unit(" The interview ", TWO)), List.of()))
                .isEqualTo(new Treatment(named, List.of(new Unit("The interview", TWO)), List.of()))
                .satisfies(treatment -> assertThat(treatment.serves())
                        .containsExactly(COMMUNICATION_SKILLS, PROBLEM_SOLVING, TAKING_ACTION_FOR_SOBRIETY));
    }

    @Test
    void aTreatmentServesAGoal() {
        refused(() -> new Treatment(Set.of(), List.of(), List.of()), TREATMENT_SERVES_A_GOAL, "/serves");
    }

    @Test
    void unitsHaveTitlesOfTheirOwn() {
        refused(
                () -> new Treatment(TWO, List.of(new Unit("Triggers", TWO), new Unit("Triggers ", TWO)), List.of()),
                UNITS_HAVE_TITLES_OF_THEIR_OWN,
                "/units/1/title");
    }

    @Test
    void aUnitServesSomeOfTheGoalsOfItsTreatment() {
        var units = List.of(
                new Unit("Triggers", Set.of(MAINTAINING_ABSTINENCE)),
                new Unit("A resume", Set.of(COMMUNICATION_SKILLS)),
                new Unit("A walk", Set.of()));

        refused(
                () -> new Treatment(TWO, units, List.of()),
                UNITS_SERVE_WHAT_THEIR_TREATMENT_DOES,
                "/units/0/serves",
                "/units/2/serves");
    }

    @Test
    void theHouseSaysSomethingOfEachTreatmentAndServesEachGoal() {
        var house = new TreatmentsOfTheHouse();

        assertThat(Modality.values()).allSatisfy(modality -> {
            assertThat(house.inPlainWords(modality)).endsWith(".").hasSizeBetween(40, 200);
            assertThat(house.of(modality).units())
                    .allSatisfy(unit -> assertThat(unit.title()).hasSizeBetween(3, 80));
        });
        var served = EnumSet.noneOf(TreatmentGoal.class);
        Arrays.stream(Modality.values())
                .forEach(modality -> served.addAll(house.of(modality).serves()));
        assertThat(served).containsExactly(TreatmentGoal.values());
    }

    @Test
    void ofTheHousesTreatmentsMedicationAloneAsksForCredentials() {
        var house = new TreatmentsOfTheHouse();

        assertThat(Modality.values())
                .filteredOn(modality -> !house.of(modality).credentials().isEmpty())
                .containsExactly(Modality.MEDICATION_MANAGEMENT);
    }

    @Test
    void oneOfTheNeededCredentialsIsEnoughHoweverItIsWritten() {
        var needed = new Needed(Map.of(Modality.INDIVIDUAL_THERAPY, List.of("LCSW", "Psy.D.")));

        assertThat(needed.met(Modality.INDIVIDUAL_THERAPY, List.of("CADC", " psyd ")))
                .isTrue();
        assertThat(needed.met(Modality.INDIVIDUAL_THERAPY, List.of("CADC"))).isFalse();
        assertThat(needed.met(Modality.INDIVIDUAL_THERAPY, List.of())).isFalse();
        assertThat(needed.met(Modality.GROUP_THERAPY, List.of())).isTrue();
    }

    private static void refused(ThrowingCallable said, ModalityRule rule, String... pointers) {
        assertThatThrownBy(said).isInstanceOfSatisfying(Refusal.class, no -> {
            assertThat(no.rule()).isEqualTo(rule);
            assertThat(no.errors()).extracting(FieldError::pointer).containsExactly(pointers);
        });
    }
}
