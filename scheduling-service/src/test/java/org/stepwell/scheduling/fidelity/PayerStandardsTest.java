package org.stepwell.scheduling.fidelity;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.stepwell.contracts.code.BillingUnit;
import org.stepwell.contracts.code.RuleSet;
import org.stepwell.contracts.id.AuthorizationId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.PayerId;
import org.stepwell.scheduling.fidelity.Approvals.Approved;

/** Which payer a week is held against, by which rules, and whether all of it is. */
class PayerStandardsTest {

    private static final LocalDate WEEK = LocalDate.of(2026, 3, 2);
    private static final Set<DayOfWeek> WEEKDAYS = EnumSet.range(MONDAY, FRIDAY);
    private static final PayerId NORTHSIDE = new PayerId(new UUID(0, 1));
    private static final PayerId HARBOR = new PayerId(new UUID(0, 2));
    private static final RuleSet H0015 = Presets.of("hcpcs-h0015");
    private static final RuleSet VIRGINIA = Presets.of("va-dmas");

    @Test
    void whereNothingHoldsInAWeekNobodyAsksForAnything() {
        assertThat(standard()).isEmpty();
        assertThat(standard(approved(NORTHSIDE, -7, -1, H0015)))
                .as("all of it was in the week before")
                .isEmpty();
    }

    @Test
    void anApprovalThatEndsOnFridayHoldsTheWholeWeekOfAClinicThatIsClosedOnWeekends() {
        var throughFriday = approved(NORTHSIDE, -30, 4, H0015);

        assertThat(held(throughFriday).inPart()).isFalse();
        assertThat(PayerStandards.standard(List.of(throughFriday), WEEK, EnumSet.range(MONDAY, SATURDAY)))
                .hasValueSatisfying(standard -> assertThat(standard.inPart()).isTrue());
        assertThat(held(approved(NORTHSIDE, -30, 3, H0015)).inPart()).isTrue();
        assertThat(held(approved(NORTHSIDE, 2, 60, H0015)).inPart()).isTrue();
    }

    @Test
    void anApprovalThatFollowsAnotherOneLeavesNoGapBetweenThem() {
        var both = held(approved(NORTHSIDE, -30, 2, H0015), approved(NORTHSIDE, 3, 60, H0015));

        assertThat(both.inPart()).isFalse();
        assertThat(both.days()).hasSize(14);
    }

    @Test
    void aWeekGoesByTheRulesOfItsFirstApprovedDay() {
        var changed = held(approved(NORTHSIDE, -30, 2, H0015), approved(NORTHSIDE, 3, 60, VIRGINIA));

        assertThat(changed.rules()).isEqualTo(H0015);
        assertThat(held(approved(NORTHSIDE, -30, -1, H0015), approved(NORTHSIDE, 0, 60, VIRGINIA))
                        .rules())
                .isEqualTo(VIRGINIA);
    }

    @Test
    void whoeverApprovedMostOfTheWeekIsAskedAndOfTwoTheOneWhoGoesOn() {
        var mostlyNorthside = held(approved(NORTHSIDE, -30, 2, H0015), approved(HARBOR, 3, 60, VIRGINIA));
        assertThat(mostlyNorthside.rules()).isEqualTo(H0015);
        assertThat(mostlyNorthside.inPart()).isTrue();

        var overTheWeekend = held(approved(NORTHSIDE, -30, 4, H0015), approved(HARBOR, 5, 60, VIRGINIA));
        assertThat(overTheWeekend.rules())
                .as("the other one is asked from Saturday on")
                .isEqualTo(H0015);
        assertThat(overTheWeekend.inPart()).isFalse();

        var halfHalf = PayerStandards.standard(
                List.of(approved(NORTHSIDE, -30, 2, H0015), approved(HARBOR, 3, 60, VIRGINIA)),
                WEEK,
                EnumSet.range(MONDAY, SATURDAY));
        assertThat(halfHalf)
                .hasValueSatisfying(standard -> assertThat(standard.rules()).isEqualTo(VIRGINIA));
    }

    private static Standard held(Approved... approved) {
        return standard(approved).orElseThrow();
    }

    private static Optional<Standard> standard(Approved... approved) {
        return PayerStandards.standard(List.of(approved), WEEK, WEEKDAYS);
    }

    /** From a day of the week to another one, counted from its Monday. */
    private static Approved approved(PayerId payer, int from, int to, RuleSet rules) {
        return new Approved(
                new AuthorizationId(UUID.randomUUID()),
                new PatientId(new UUID(0, 0)),
                payer,
                BillingUnit.DAY,
                30,
                WEEK.plusDays(from),
                WEEK.plusDays(to),
                rules,
                Set.of());
    }
}
