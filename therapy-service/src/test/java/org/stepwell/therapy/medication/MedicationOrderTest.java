package org.stepwell.therapy.medication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stepwell.platform.testing.Refusals.assertRefused;
import static org.stepwell.therapy.Stays.DORA;
import static org.stepwell.therapy.Stays.NOW;
import static org.stepwell.therapy.Stays.TODAY;
import static org.stepwell.therapy.medication.OrderStatus.ACTIVE;
import static org.stepwell.therapy.medication.OrderStatus.COMPLETED;
import static org.stepwell.therapy.medication.OrderStatus.ENTERED_IN_ERROR;
import static org.stepwell.therapy.medication.OrderStatus.ON_HOLD;
import static org.stepwell.therapy.medication.OrderStatus.STOPPED;
import static org.stepwell.therapy.medication.Orders.aDraft;
import static org.stepwell.therapy.medication.Orders.anActive;
import static org.stepwell.therapy.medication.Orders.product;
import static org.stepwell.therapy.medication.Orders.word;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.therapy.Stays;
import org.stepwell.therapy.medication.DaysCovered.Span;
import org.stepwell.therapy.medication.InjectionWindow.Stage;

class MedicationOrderTest {

    private static final String FILM = "BUPRENORPHINE_NALOXONE_FILM_8";
    private static final String NALTREXONE = "NALTREXONE_INJECTION_380";

    @ParameterizedTest
    @CsvSource(textBlock = """
            DRAFT,            ACTIVE ENTERED_IN_ERROR
            ACTIVE,           ON_HOLD STOPPED COMPLETED ENTERED_IN_ERROR
            ON_HOLD,          ACTIVE STOPPED COMPLETED ENTERED_IN_ERROR
            STOPPED,          ENTERED_IN_ERROR
            COMPLETED,        ENTERED_IN_ERROR
            ENTERED_IN_ERROR, ''
            """)
    void anOrderGoesForward(OrderStatus from, String next) {
        assertThat(String.join(" ", from.next().stream().map(Enum::name).toList()))
                .isEqualTo(next);
    }

    @Test
    void whatWasOrderedIsNotWrittenAnew() {
        var order = anActive(FILM);

        assertRefused(MedicationRule.ORDER_IS_WRITTEN_ONCE, order::mustBeDraft);
        assertRefused(
                MedicationRule.ORDER_IS_WRITTEN_ONCE,
                () -> order.write(order.what(), order.days(), "another", DORA, NOW));
        assertThat(order.content()).isEqualTo("sealed");
    }

    @Test
    void eachStepIsKeptWithWhoTookIt() {
        var order = anActive(FILM);

        order.hold(word(TODAY.plusDays(3)));
        order.resume(null, word(TODAY.plusDays(5)));
        order.stop(StopReason.SIDE_EFFECTS, word(TODAY.plusDays(9)));

        assertThat(order.life().changes())
                .extracting(OrderChange::status)
                .containsExactly(ACTIVE, ON_HOLD, ACTIVE, STOPPED);
        assertThat(order.life().changes()).extracting(OrderChange::changedBy).containsOnly(DORA);
        assertThat(order.life().overOn()).isEqualTo(TODAY.plusDays(9));
    }

    @Test
    void aDraftIsNotHeldStoppedOrResumedAndADayOffEndsOnlyWhereThereIsOne() {
        var draft = aDraft(FILM);

        assertRefused(MedicationRule.ORDER_GOES_FORWARD, () -> draft.hold(word(TODAY)));
        assertRefused(MedicationRule.ORDER_GOES_FORWARD, () -> draft.resume(null, word(TODAY)));
        assertRefused(MedicationRule.ORDER_GOES_FORWARD, () -> draft.stop(StopReason.OTHER, word(TODAY)));
        assertThat(draft.life().changes()).isEmpty();
        assertThat(draft.life().overOn()).isNull();
        assertRefused(MedicationRule.ORDER_GOES_FORWARD, () -> anActive(FILM).resume(null, word(TODAY)));
    }

    @Test
    void whatIsOverIsOnlyStruck() {
        var order = anActive(FILM);
        order.complete(word(TODAY));

        assertRefused(MedicationRule.ORDER_GOES_FORWARD, () -> order.hold(word(TODAY)));
        order.strike(word(TODAY));

        assertThat(order.status()).isEqualTo(ENTERED_IN_ERROR);
    }

    @Test
    void anOrderThatRanOutWasOverOnItsLastDay() {
        var order = aDraft(Stays.running(), FILM, TODAY, TODAY.plusDays(6));
        order.activate(word(TODAY));

        order.complete(word(TODAY.plusDays(20)));

        assertThat(order.status()).isEqualTo(COMPLETED);
        assertThat(order.life().overOn()).isEqualTo(TODAY.plusDays(6));
    }

    @Test
    void anOrderReplacesOneOfTheSamePatientThatGoesOn() {
        var order = anActive(FILM);

        assertThat(order.isReplaceableBy(order.patient())).isTrue();
        assertThat(order.isReplaceableBy(new PatientId(UUID.randomUUID()))).isFalse();
        order.stop(StopReason.OTHER, word(TODAY));
        assertThat(order.isReplaceableBy(order.patient())).isFalse();
    }

    @Test
    void eachStageOfAWindowIsToldOnceAndWhoComesLateHearsTheLastAlone() {
        var order = anActive(NALTREXONE);
        var window = window(order);

        assertThat(order.alert(window, TODAY.minusDays(1))).isEmpty();
        assertThat(order.alert(window, TODAY)).hasValue(Stage.OPEN);
        assertThat(order.alert(window, TODAY)).isEmpty();
        assertThat(order.alert(window, TODAY.plusDays(30))).hasValue(Stage.MISSED);
        assertThat(order.alert(window, TODAY.plusDays(31))).isEmpty();
        assertThat(order.alertsNextOn(window)).isEmpty();

        order.startsAnew();
        assertThat(order.alert(window, TODAY.plusDays(6))).hasValue(Stage.CLOSING);
        assertThat(order.alertsNextOn(window)).hasValue(TODAY.plusDays(8));
    }

    @Test
    void nobodyIsToldOfAnInjectionThatIsOnHoldOrWouldComeAfterTheLastDay() {
        var held = anActive(NALTREXONE);
        var window = window(held);
        held.hold(word(TODAY));
        assertThat(held.alert(window, TODAY.plusDays(3))).isEmpty();
        assertThat(held.alertsNextOn(window)).isEmpty();

        var brief = aDraft(Stays.running(), NALTREXONE, TODAY, TODAY.plusDays(3));
        brief.activate(word(TODAY));
        assertThat(brief.alert(window(brief), TODAY)).hasValue(Stage.OPEN);
        assertThat(brief.alertsNextOn(window(brief))).isEmpty();
    }

    @Test
    void theDaysToTakeItAreThoseBetweenItsSteps() {
        var order = aDraft(Stays.running(), FILM, TODAY.plusDays(2), null);
        order.activate(word(TODAY));
        order.hold(word(TODAY.plusDays(4)));
        order.resume(null, word(TODAY.plusDays(6)));
        order.stop(StopReason.OTHER, word(TODAY.plusDays(8)));

        var course = order.course(0, List.of());

        assertThat(course.active())
                .containsExactly(
                        new Span(TODAY.plusDays(2), TODAY.plusDays(4)), new Span(TODAY.plusDays(6), TODAY.plusDays(8)));
        assertThat(course.held()).containsExactly(new Span(TODAY.plusDays(4), TODAY.plusDays(6)));
    }

    @Test
    void whetherItWasOnHoldOnADayGoesByThatDayWhateverBecameOfItLater() {
        var order = anActive(FILM);
        order.hold(word(TODAY.plusDays(4)));
        order.resume(null, word(TODAY.plusDays(6)));
        order.hold(word(TODAY.plusDays(9)));

        assertThat(IntStream.range(0, 12).filter(day -> order.life().wasOnHold(TODAY.plusDays(day))))
                .containsExactly(4, 5, 6, 9, 10, 11);
        order.stop(StopReason.OTHER, word(TODAY.plusDays(10)));
        assertThat(IntStream.range(0, 12).filter(day -> order.life().wasOnHold(TODAY.plusDays(day))))
                .containsExactly(4, 5, 6, 9, 10);
    }

    @Test
    void aDoseIsOfAnOrderThatWasActiveAtATimeThatCame() {
        var draft = aDraft(FILM);
        assertRefused(MedicationRule.DOSE_OF_WHAT_WAS_ORDERED, () -> dose(draft, FILM, given(null)));

        var order = anActive(FILM);
        var yesterday = NOW.minusSeconds(86_400);
        assertRefused(
                MedicationRule.DOSE_OF_WHAT_WAS_ORDERED,
                () -> dose(order, FILM, new DoseForm(DoseOutcome.GIVEN, yesterday, null, null, null)));
        assertRefused(
                MedicationRule.DOSE_OF_WHAT_WAS_ORDERED,
                () -> dose(order, FILM, new DoseForm(DoseOutcome.GIVEN, NOW.plusSeconds(1), null, null, null)));
        assertThat(dose(order, FILM, given(null)).counted().day()).isEqualTo(TODAY);

        order.stop(StopReason.OTHER, word(TODAY.minusDays(1)));
        assertRefused(MedicationRule.DOSE_OF_WHAT_WAS_ORDERED, () -> dose(order, FILM, given(null)));
    }

    @Test
    void anInjectionHasASiteASupplyHasDaysAndNothingElseHasEither() {
        var film = anActive(FILM);
        var shot = anActive(NALTREXONE);
        var site = InjectionSite.GLUTEAL_LEFT;

        assertRefused(MedicationRule.DOSE_SAYS_HOW, () -> dose(shot, NALTREXONE, given(null)));
        assertRefused(MedicationRule.DOSE_SAYS_HOW, () -> dose(film, FILM, given(site)));
        assertRefused(
                MedicationRule.DOSE_SAYS_HOW,
                () -> dose(shot, NALTREXONE, new DoseForm(DoseOutcome.REFUSED, null, null, site, null)));
        assertRefused(
                MedicationRule.DOSE_SAYS_HOW,
                () -> dose(film, FILM, new DoseForm(DoseOutcome.SUPPLIED, null, null, null, null)));
        assertRefused(
                MedicationRule.DOSE_SAYS_HOW,
                () -> dose(film, FILM, new DoseForm(DoseOutcome.MISSED, null, 3, null, null)));
        assertRefused(
                MedicationRule.DOSE_SAYS_HOW,
                () -> dose(shot, NALTREXONE, new DoseForm(DoseOutcome.SUPPLIED, null, 3, null, null)));
        assertRefused(
                MedicationRule.DOSE_SAYS_HOW,
                () -> dose(film, FILM, new DoseForm(DoseOutcome.GIVEN, null, null, null, "K1")));
        assertThat(dose(shot, NALTREXONE, given(site)).isInjection()).isTrue();
    }

    private static DoseForm given(@Nullable InjectionSite site) {
        return new DoseForm(DoseOutcome.GIVEN, null, null, site, null);
    }

    private static MedicationDose dose(MedicationOrder order, String product, DoseForm form) {
        return MedicationDose.of(UUID.randomUUID(), order, product(product), form, DORA, NOW, ZoneOffset.UTC);
    }

    private static InjectionWindow window(MedicationOrder order) {
        return Objects.requireNonNull(order.windowAfter(Orders.FORMULARY, null, 2));
    }
}
