package org.stepwell.enrollment.payer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.stepwell.contracts.code.BillingUnit;

class ContractTest {

    private static final LocalDate NEW_YEAR = LocalDate.of(2026, 1, 1);
    private static final @Nullable LocalDate NO_DAY = null;

    @Test
    void aNewYearsTermsLeaveTheOldYearsDaysAsTheyWere() {
        var contract = Contract.of(NO_DAY, terms("H0015")).with(NEW_YEAR, terms("S9480"));

        assertThat(contract.on(NEW_YEAR.minusDays(1)).procedureCode()).isEqualTo("H0015");
        assertThat(contract.on(NEW_YEAR).procedureCode()).isEqualTo("S9480");
        assertThat(contract.latest().from()).isEqualTo(NEW_YEAR);
    }

    @Test
    void whatIsCorrectedHoldsFromTheSameDay() {
        var contract = Contract.of(NO_DAY, terms("H0015"))
                .with(NEW_YEAR, terms("S9480"))
                .with(NO_DAY, terms("H2036"));

        assertThat(contract.all()).hasSize(2);
        assertThat(contract.on(NEW_YEAR.minusDays(1)).procedureCode()).isEqualTo("H0015");
        assertThat(contract.on(NEW_YEAR).procedureCode()).isEqualTo("H2036");
        assertThat(Contract.of(NO_DAY, terms("H0015"))
                        .with(NO_DAY, terms("H2036"))
                        .all())
                .hasSize(1);
    }

    @Test
    void theLastWordOnADayCounts() {
        var contract = Contract.of(NEW_YEAR, terms("H0015"))
                .with(NEW_YEAR.plusMonths(6), terms("S9480"))
                .with(NEW_YEAR.plusMonths(3), terms("H2036"));

        assertThat(contract.all()).extracting(Contract.Since::from).containsExactly(NEW_YEAR, NEW_YEAR.plusMonths(3));
        assertThat(contract.on(NEW_YEAR.plusMonths(7)).procedureCode()).isEqualTo("H2036");
        assertThat(contract.on(NEW_YEAR.minusYears(1)).procedureCode())
                .as("a day before all of them is billed by the oldest")
                .isEqualTo("H0015");
    }

    private static BillingTerms terms(String code) {
        return new BillingTerms(
                code, "0906", null, null, "hcpcs-h0015", BillingUnit.DAY, true, false, null, null, 5, 14);
    }
}
