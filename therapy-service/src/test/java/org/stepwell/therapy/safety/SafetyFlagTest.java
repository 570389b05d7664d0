package org.stepwell.therapy.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stepwell.platform.testing.Refusals.assertRefused;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.therapy.roster.Credentials;

class SafetyFlagTest {

    private static final Instant MONDAY = Instant.parse("2026-03-02T10:00:00Z");
    private static final Credentials LCSW = new Credentials(List.of("LCSW", "CADC"), true);
    private static final Credentials CADC = new Credentials(List.of("CADC"), false);

    @Test
    void aFlagIsClearedOnceAndSaysWhatCameOfIt() {
        var flag = flag("SUICIDE_RISK_HIGH");

        var told = flag.clear(found(Disposition.HIGHER_LEVEL_OF_CARE, RiskLevel.MODERATE, LCSW), "sealed", MONDAY);

        assertThat(told.raised()).isFalse();
        var view = flag.view("text");
        assertThat(view.open()).isFalse();
        assertThat(view.riskLevel()).isEqualTo(RiskLevel.MODERATE);
        assertThat(view.credentials()).isEqualTo("CADC, LCSW");
        assertRefused(
                SafetyRule.FLAG_IS_NOT_OPEN,
                () -> flag.clear(found(Disposition.EMERGENCY_CARE, RiskLevel.HIGH, LCSW), "sealed", MONDAY));
    }

    @ParameterizedTest
    @CsvSource({
        "SUICIDE_RISK_HIGH,     CADC, LICENSED_CLINICIAN_CLEARS_A_RISK, HIGHER_LEVEL_OF_CARE, HIGH",
        "SUICIDE_RISK_MODERATE, CADC, LICENSED_CLINICIAN_CLEARS_A_RISK, NO_ACUTE_RISK,        NONE",
        "SUICIDE_RISK_HIGH,     LCSW, CLEARANCE_FITS_THE_FLAG,          HIGHER_LEVEL_OF_CARE,",
        "SUICIDE_RISK_HIGH,     LCSW, CLEARANCE_FITS_THE_FLAG,          NO_ACUTE_RISK,        HIGH",
        "SUICIDE_RISK_MODERATE, LCSW, CLEARANCE_FITS_THE_FLAG,          NO_ACUTE_RISK,        MODERATE",
        "SUICIDE_RISK_HIGH,     LCSW, CLEARANCE_FITS_THE_FLAG,          SCREENER_TAKEN,       LOW",
        "HALLUCINATIONS,        LCSW, CLEARANCE_FITS_THE_FLAG,          EMERGENCY_CARE,       LOW",
        "SUICIDE_ITEM,          LCSW, SCREENER_CLEARS_THE_ITEM,         NO_ACUTE_RISK,"
    })
    void whatDoesNotFitTheFlagLeavesItOpen(
            String name, String credential, SafetyRule rule, Disposition disposition, @Nullable RiskLevel level) {
        var flag = flag(name);
        var by = credential.equals("LCSW") ? LCSW : CADC;

        assertRefused(rule, () -> flag.clear(found(disposition, level, by), "sealed", MONDAY));

        assertThat(flag.view(null).open()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"NO_ACUTE_RISK, NONE", "NO_ACUTE_RISK, LOW", "SAFETY_PLAN_IN_PLACE, MODERATE", "EMERGENCY_CARE, HIGH"})
    void aClinicianWhoPractisesIndependentlySaysHowHighTheRiskIs(Disposition disposition, RiskLevel level) {
        var flag = flag("SUICIDE_RISK_MODERATE");

        flag.clear(found(disposition, level, LCSW), "sealed", MONDAY);

        assertThat(flag.view(null).riskLevel()).isEqualTo(level);
    }

    @Test
    void aSafetyPlanIsInPlaceOnceItIsWritten() {
        var flag = flag("SUICIDE_RISK_HIGH");
        var unplanned =
                new Clearance(Disposition.SAFETY_PLAN_IN_PLACE, RiskLevel.LOW, new StaffId(Uuid7.next()), LCSW, null);

        assertRefused(SafetyRule.SAFETY_PLAN_IS_WRITTEN, () -> flag.clear(unplanned, "sealed", MONDAY));

        assertThat(flag.view(null).open()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "SUICIDE_RISK_HIGH,     HIGHER_LEVEL_OF_CARE, -1, HIGH_RISK_IS_PLANNED_FOR",
        "SUICIDE_RISK_HIGH,     HIGHER_LEVEL_OF_CARE,   , HIGH_RISK_IS_PLANNED_FOR",
        "SUICIDE_RISK_HIGH,     SAFETY_PLAN_IN_PLACE, -1, HIGH_RISK_IS_PLANNED_FOR",
        "SUICIDE_RISK_HIGH,     NO_ACUTE_RISK,          , HIGH_RISK_IS_PLANNED_FOR",
        "SUICIDE_RISK_HIGH,     NO_ACUTE_RISK,         1,",
        "SUICIDE_RISK_HIGH,     EMERGENCY_CARE,         ,",
        "SUICIDE_RISK_MODERATE, HIGHER_LEVEL_OF_CARE,   ,"
    })
    void aHighRiskIsClearedOnceACrisisPlanWasWrittenSinceUnlessTheyAreInEmergencyCare(
            String name, Disposition disposition, @Nullable Integer planned, @Nullable SafetyRule rule) {
        var flag = flag(name);
        var plannedAt = planned == null ? null : MONDAY.plusSeconds(planned);
        var found = new Clearance(disposition, RiskLevel.LOW, new StaffId(Uuid7.next()), LCSW, plannedAt);

        if (rule != null) {
            assertRefused(rule, () -> flag.clear(found, "sealed", MONDAY.plusSeconds(2)));
        } else {
            flag.clear(found, "sealed", MONDAY.plusSeconds(2));
        }

        assertThat(flag.view(null).open()).isEqualTo(rule != null);
    }

    @Test
    void anotherDangerIsClearedByWhoeverTreatsThem() {
        var flag = flag("HALLUCINATIONS");

        flag.clear(found(Disposition.EMERGENCY_CARE, null, CADC), "sealed", MONDAY);

        assertThat(flag.view(null).disposition()).isEqualTo(Disposition.EMERGENCY_CARE);
    }

    @Test
    void thatAThoughtWasNamedEndsWithTheScreenerAndByNobodysWord() {
        var flag = flag("SUICIDE_ITEM");

        var told = flag.screened(MONDAY);

        assertThat(told.raised()).isFalse();
        assertThat(flag.view(null).disposition()).isEqualTo(Disposition.SCREENER_TAKEN);
        assertThat(flag.view(null).clearedBy()).isNull();
    }

    private static SafetyFlag flag(String name) {
        return new SafetyFlag(Uuid7.next(), new PatientId(Uuid7.next()), new EpisodeId(Uuid7.next()), name, MONDAY);
    }

    private static Clearance found(Disposition disposition, @Nullable RiskLevel level, Credentials by) {
        return new Clearance(disposition, level, new StaffId(Uuid7.next()), by, MONDAY);
    }
}
