package org.stepwell.therapy.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.stepwell.therapy.Questionnaires.screener;
import static org.stepwell.therapy.Questionnaires.sends;
import static org.stepwell.therapy.Riverside.API;
import static org.stepwell.therapy.Riverside.aClinician;
import static org.stepwell.therapy.Riverside.aPatientOf;
import static org.stepwell.therapy.Riverside.clinician;
import static org.stepwell.therapy.Riverside.inClinic;
import static org.stepwell.therapy.Riverside.treatedFirstBy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stepwell.contracts.finding.FindingEvent.MeasureScored;
import org.stepwell.contracts.finding.FindingEvent.SafetyChanged;
import org.stepwell.contracts.id.MeasureId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.platform.testing.Broker;
import org.stepwell.platform.testing.StepwellTestResource;
import org.stepwell.therapy.Clearances;
import org.stepwell.therapy.Riverside.InCare;

/** A risk stands by the last word of a screener or of a clinician, or while a flag of any service does. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class SuicideRiskTest {

    @Inject
    SuicideRisk risk;

    private StaffId dora;
    private InCare ada;

    @BeforeEach
    void aPatient() {
        dora = aClinician();
        ada = aPatientOf(dora);
        treatedFirstBy(ada, dora);
    }

    @Test
    void whatAScreenerOfIntakeFoundStandsUntilALaterOneSaysLess() {
        assertThat(stands()).isFalse();

        screenedAtIntake("HIGH", Instant.now().minus(Duration.ofDays(3)));
        await("the score of intake").until(this::stands);
        assertThat(warnings()).containsExactly("SUICIDE_RISK_SCREENED");
        sends(clinician(dora), ada, "C-SSRS", screener("1")).statusCode(201);

        assertThat(stands()).isFalse();
    }

    @Test
    void anOlderScreenerThatIsHeardLaterIsNotTheLastWord() {
        sends(clinician(dora), ada, "C-SSRS", screener()).statusCode(201);

        var before = screenedAtIntake("MODERATE", Instant.now().minus(Duration.ofDays(3)));
        await("the score of intake").until(() -> knows(before));

        assertThat(stands()).isFalse();
    }

    @Test
    void whatWasClearedStandsAtTheLevelThatTheClinicianFound() {
        sends(clinician(dora), ada, "C-SSRS", screener("1", "2", "4")).statusCode(201);
        assertThat(stands()).isTrue();
        assertThat(warnings()).containsExactly("SUICIDE_RISK_HIGH");
        clears("SUICIDE_RISK_HIGH", "EMERGENCY_CARE", "MODERATE");
        assertThat(stands()).isTrue();
        assertThat(warnings()).containsExactly("SUICIDE_RISK_ASSESSED");

        sends(clinician(dora), ada, "C-SSRS", screener("1", "2", "3")).statusCode(201);
        clears("SUICIDE_RISK_MODERATE", "NO_ACUTE_RISK", "LOW");

        assertThat(stands()).isFalse();
    }

    @Test
    void aFlagOfAnotherServiceStandsWhateverWasSaidHere() {
        var flag = Uuid7.next();
        Broker.say(raised(flag, true));
        await("the flag").until(this::stands);
        sends(clinician(dora), ada, "C-SSRS", screener()).statusCode(201);
        assertThat(stands()).isTrue();

        Broker.say(raised(flag, false));

        await("the clearance").until(() -> !stands());
    }

    private SafetyChanged raised(UUID flag, boolean raised) {
        return new SafetyChanged("enrollment", flag, ada.patient(), null, "SUICIDE_RISK_HIGH", raised, Instant.now());
    }

    private void clears(String flag, String disposition, String level) {
        Clearances.clears(clinician(dora), ada, flag, disposition, level, "Asked about means.")
                .statusCode(200);
    }

    private MeasureId screenedAtIntake(String band, Instant takenAt) {
        var measure = new MeasureId(Uuid7.next());
        Broker.say(new MeasureScored(
                "enrollment",
                ada.patient(),
                null,
                measure,
                "C-SSRS",
                "1",
                null,
                band,
                List.of(),
                takenAt,
                Instant.now()));
        return measure;
    }

    private boolean knows(MeasureId measure) {
        return clinician(dora)
                .asks()
                .get(API + "/episodes/" + ada.episode() + "/trends")
                .jsonPath()
                .getList("points.flatten().measure")
                .contains(measure.toString());
    }

    private List<String> warnings() {
        return inClinic(() -> risk.warnings(ada.patient()));
    }

    private boolean stands() {
        return inClinic(() -> risk.stands(ada.patient()));
    }
}
