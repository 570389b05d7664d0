package org.stepwell.enrollment.stop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stepwell.platform.testing.Refusals.assertRefused;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.stepwell.contracts.id.FindingId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.access.Role;

class FindingTest {

    private static final Instant MONDAY = Instant.parse("2026-03-02T15:00:00Z");
    private static final Actor IVY = actor(Role.INTAKE);
    private static final Actor CARL = actor(Role.CLINICIAN, "LCSW");
    private static final Actor NINA = actor(Role.CLINICIAN, "RN");
    private static final Actor PAT = actor(Role.PRESCRIBER, "MD");
    private static final Actor SUE = actor(Role.SUPERVISOR);
    private static final Grounds WHY = new Grounds("Her sister drives her on weekdays.", null);
    private static final Grounds PLANNED = new Grounds("Mild last time, and never alone.", "Seen daily; taper.");

    @Test
    void aHardStopIsClearedByAClinicianAndStaysAFinding() {
        var finding = found(Stop.SUICIDE_RISK_HIGH);

        assertRefused(StopRule.LICENSE_REQUIRED, () -> clear(finding, Disposition.ASSESSED_SAFETY_PLAN_MADE, IVY));
        assertRefused(StopRule.DISPOSITION_FITS_STOP, () -> clear(finding, Disposition.MEDICALLY_CLEARED, CARL));
        assertThat(finding.status()).isEqualTo(FindingStatus.OPEN);
        var told = finding.clear(Disposition.ASSESSED_SAFETY_PLAN_MADE, "sealed", CARL, MONDAY);

        assertThat(told).hasValueSatisfying(said -> {
            assertThat(said.raised()).isFalse();
            assertThat(said.flag()).isEqualTo("SUICIDE_RISK_HIGH");
            assertThat(said.episode()).isNull();
        });
        assertThat(finding.stop()).isEqualTo(Stop.SUICIDE_RISK_HIGH);
        assertRefused(StopRule.FINDING_IS_SETTLED, () -> clear(finding, Disposition.ASSESSED_SAFETY_PLAN_MADE, SUE));
    }

    @ParameterizedTest
    @EnumSource
    void nobodyOverridesAHardStop(Stop stop) {
        if (stop.hard()) {
            assertRefused(StopRule.HARD_STOP_STAYS, () -> override(found(stop), PLANNED, PAT));
        } else {
            override(found(stop), PLANNED, PAT);
        }
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            MODERATE_WITHDRAWAL,           false, false, true,  true,  false
            MODERATE_OPIOID_WITHDRAWAL,    false, false, true,  true,  false
            COMPLICATED_WITHDRAWAL_BEFORE, false, false, false, true,  false
            BENZODIAZEPINE_WITH_ALCOHOL,   false, false, false, true,  false
            PREGNANT_WITH_USE,             false, false, false, true,  false
            NO_QUALIFYING_DIAGNOSIS,       true,  true,  true,  true,  true
            NO_AUTHORIZATION,              true,  true,  true,  true,  true
            NO_TRANSPORT,                  true,  true,  true,  true,  true
            OUTSIDE_AREA,                  true,  true,  true,  true,  true
            OTHER_LEVEL,                   true,  true,  true,  true,  true
            """)
    void aStopIsOverriddenByWhoseLicenseIsEnough(
            Stop stop, boolean intake, boolean counselor, boolean nurse, boolean prescriber, boolean supervisor) {
        assertThat(overrides(stop, IVY)).isEqualTo(intake);
        assertThat(overrides(stop, CARL)).isEqualTo(counselor);
        assertThat(overrides(stop, NINA)).isEqualTo(nurse);
        assertThat(overrides(stop, PAT)).isEqualTo(prescriber);
        assertThat(overrides(stop, SUE)).isEqualTo(supervisor);
    }

    @Test
    void anOverrideSaysWhoInWhichRoleAndWhy() {
        var finding = found(Stop.MODERATE_WITHDRAWAL);

        assertRefused(StopRule.WITHDRAWAL_PLAN_REQUIRED, () -> override(finding, WHY, NINA));
        override(finding, PLANNED, NINA);

        var made = Objects.requireNonNull(finding.overriding());
        assertThat(made.reason()).isEqualTo("sealed Mild last time, and never alone.");
        assertThat(made.plan()).isEqualTo("sealed Seen daily; taper.");
        assertThat(made.by()).isEqualTo(NINA.subject());
        assertThat(made.role()).isEqualTo(Role.CLINICIAN);
        assertThat(made.credential()).isEqualTo("RN");
        assertThat(finding.status()).isEqualTo(FindingStatus.OVERRIDDEN);
    }

    @Test
    void aReasonHasTwentyCharactersBesideBlanks() {
        assertRefused(StopRule.OVERRIDE_SAYS_WHY, () -> new Grounds("nineteen characters", null));
        assertRefused(StopRule.OVERRIDE_SAYS_WHY, () -> new Grounds("  too short             ", null));

        assertThat(new Grounds("twenty characters at", " ").plan()).isNull();
    }

    @Test
    void whatIntakeOverridesOfAClinicalKindIsCoSignedByAnotherPerson() {
        var finding = found(Stop.OTHER_LEVEL);
        var both = new Actor(IVY.subject(), Set.of(Role.INTAKE, Role.CLINICIAN), List.of());

        override(finding, WHY, IVY);
        assertThat(finding.status()).isEqualTo(FindingStatus.CO_SIGNATURE_DUE);
        assertRefused(StopRule.LICENSE_REQUIRED, () -> finding.coSign(actor(Role.INTAKE), MONDAY));
        assertRefused(StopRule.NOBODY_CO_SIGNS_THEMSELVES, () -> finding.coSign(both, MONDAY));
        finding.coSign(SUE, MONDAY);

        assertThat(finding.status()).isEqualTo(FindingStatus.OVERRIDDEN);
        assertThat(Objects.requireNonNull(finding.coSignature()).role()).isEqualTo(Role.SUPERVISOR);
        assertRefused(StopRule.NO_CO_SIGNATURE_DUE, () -> finding.coSign(CARL, MONDAY));
    }

    @Test
    void whatAClinicianOverridesNeedsNoSecondSignature() {
        var finding = found(Stop.OTHER_LEVEL);

        override(finding, WHY, CARL);

        assertThat(finding.status()).isEqualTo(FindingStatus.OVERRIDDEN);
    }

    @Test
    void theScreenerAnswersTheQuestionAndNobodySaysThatItWasAsked() {
        var finding = found(Stop.SUICIDE_ITEM);

        assertRefused(StopRule.DISPOSITION_FITS_STOP, () -> clear(finding, Disposition.SCREENER_TAKEN, PAT));

        assertThat(finding.settle(Disposition.SCREENER_TAKEN, "intake:i1", MONDAY))
                .isPresent();
        assertThat(finding.status()).isEqualTo(FindingStatus.CLEARED);
    }

    @Test
    void aSoftStopIsResolvedByAnybodyOfTheStaffAndIsNoSafetyFlag() {
        var finding = found(Stop.NO_TRANSPORT);

        assertThat(finding.raised()).isEmpty();
        assertThat(finding.clear(Disposition.RESOLVED, "sealed", IVY, MONDAY)).isEmpty();
        assertThat(finding.status()).isEqualTo(FindingStatus.CLEARED);
    }

    @Test
    void whatTakesASecondSignatureIsNotSimplyResolvedByIntake() {
        for (var stop : List.of(Stop.OTHER_LEVEL, Stop.NO_QUALIFYING_DIAGNOSIS)) {
            assertRefused(StopRule.LICENSE_REQUIRED, () -> clear(found(stop), Disposition.RESOLVED, IVY));
            clear(found(stop), Disposition.RESOLVED, CARL);
        }
    }

    @Test
    void withdrawalThatIsOverIsClearedByMedicalStaff() {
        for (var stop : List.of(Stop.MODERATE_WITHDRAWAL, Stop.MODERATE_OPIOID_WITHDRAWAL)) {
            assertRefused(StopRule.LICENSE_REQUIRED, () -> clear(found(stop), Disposition.MEDICALLY_CLEARED, CARL));
            clear(found(stop), Disposition.MEDICALLY_CLEARED, PAT);
        }
    }

    @Test
    void nursesWhoPrescribeAreMedicalStaffWhateverTheirStateCallsThem() {
        for (var credential : List.of("APRN", "PMHNP", "NP", "RN")) {
            clear(
                    found(Stop.SEVERE_OPIOID_WITHDRAWAL),
                    Disposition.MEDICALLY_CLEARED,
                    actor(Role.CLINICIAN, credential));
        }
    }

    private static boolean overrides(Stop stop, Actor who) {
        try {
            override(found(stop), PLANNED, who);
            return true;
        } catch (org.stepwell.platform.problem.Refusal refusal) {
            assertThat(refusal.rule()).isEqualTo(StopRule.LICENSE_REQUIRED);
            return false;
        }
    }

    private static void override(Finding finding, Grounds why, Actor who) {
        finding.override(why, text -> "sealed " + text, who, MONDAY);
    }

    private static void clear(Finding finding, Disposition how, Actor who) {
        assertThat(finding.clear(how, "sealed", who, MONDAY)).isNotNull();
    }

    private static Finding found(Stop stop) {
        return new Finding(
                new FindingId(UUID.randomUUID()), new PatientId(UUID.randomUUID()), stop, "intake:i1", MONDAY);
    }

    private static Actor actor(Role role, String... credentials) {
        return new Actor(UUID.randomUUID().toString(), Set.of(role), List.of(credentials));
    }
}
