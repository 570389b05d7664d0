package org.stepwell.aftercare.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stepwell.platform.testing.Refusals.assertRefused;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stepwell.aftercare.letter.LetterCourse.Status;
import org.stepwell.aftercare.letter.LetterOrder.Detail;
import org.stepwell.aftercare.letter.LetterOrder.Way;
import org.stepwell.aftercare.letter.ReferralLetter.Sealed;
import org.stepwell.contracts.code.DataCategory;
import org.stepwell.contracts.code.DisclosurePurpose;
import org.stepwell.contracts.code.Recipient;
import org.stepwell.contracts.id.ConsentId;
import org.stepwell.contracts.id.LetterId;
import org.stepwell.contracts.id.NextStepId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.consent.DisclosureRule;

class ReferralLetterTest {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final LocalDate MONDAY = LocalDate.parse("2026-03-02");
    private static final Instant NOW = Instant.parse("2026-03-02T15:00:00Z");
    private static final Receiver PARK = new Receiver("Dr. Park", "Harbor Counseling", null, "park@counseling.example");

    @ParameterizedTest
    @CsvSource(textBlock = """
            QUEUED,        'SENT,STOPPED,WITHDRAWN,UNDELIVERABLE,EXPIRED'
            SENT,          'ANSWERED,WITHDRAWN,EXPIRED'
            ANSWERED,      ''
            STOPPED,       ''
            WITHDRAWN,     ''
            UNDELIVERABLE, ''
            EXPIRED,       ''
            """)
    void theLifecycle(Status status, String next) {
        assertThat(status.next().stream().map(Enum::name).toList())
                .containsExactlyInAnyOrder(next.isEmpty() ? new String[0] : next.split(","));
    }

    /** The night on which clocks go forward is an hour shorter, and the one on which they go back an hour longer. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            2026-03-07, 2026-03-08T05:00:00Z
            2026-03-08, 2026-03-09T04:00:00Z
            2026-10-31, 2026-11-01T04:00:00Z
            2026-11-01, 2026-11-02T05:00:00Z
            """)
    void itIsOpenUntilTheEndOfItsLastDayAsTheClinicCountsDays(LocalDate answerBy, Instant until) {
        assertThat(order(answerBy).opensUntil(NEW_YORK)).isEqualTo(until);
    }

    @Test
    void itIsOpenFromWhenItWasSentUntilItIsAnswered() {
        var letter = letter();
        assertThat(letter.isOpen(NOW)).isFalse();

        letter.send(NOW);
        assertThat(letter.isOpen(letter.opensUntil().minusSeconds(1))).isTrue();
        assertThat(letter.isOpen(letter.opensUntil())).isFalse();
        letter.answered(NOW.plusSeconds(60));

        assertThat(letter.isOpen(NOW.plusSeconds(61))).isFalse();
        assertRefused(ReferralLetterRule.LETTER_WAITS, () -> letter.withdraw(NOW.plusSeconds(61)));
        assertThat(letter.status()).isEqualTo(Status.ANSWERED);
    }

    @Test
    void oneThatMayBeAnsweredMakesNoWay() {
        var letter = letter();
        assertRefused(ReferralLetterRule.RECEIVER_ANSWERS_ONE_LETTER, () -> letter.makeWay(NOW));
        letter.send(NOW);
        assertRefused(ReferralLetterRule.RECEIVER_ANSWERS_ONE_LETTER, () -> letter.makeWay(NOW));

        letter.makeWay(letter.opensUntil());

        assertThat(letter.status()).isEqualTo(Status.EXPIRED);
    }

    @Test
    void theLedgerIsToldOnceADayThatALinkIsKeptShut() {
        var letter = letter();

        assertThat(letter.course().isKeptAnew(NOW)).isTrue();
        assertThat(letter.course().isKeptAnew(NOW.plus(Duration.ofHours(23)))).isFalse();
        assertThat(letter.course().isKeptAnew(NOW.plus(Duration.ofHours(24)))).isTrue();
    }

    @Test
    void aStoppedOneSaysTheRule() {
        var letter = letter();

        letter.stop(DisclosureRule.NO_CONSENT_IN_FORCE, NOW);

        assertThat(letter.course().stoppedBy()).isEqualTo("no-consent-in-force");
        assertRefused(ReferralLetterRule.LETTER_WAITS, () -> letter.withdraw(NOW));
    }

    @Test
    void whoIsReferredForWhatIsAlwaysToldAndAllElseIsNamed() {
        assertThat(order(MONDAY).categories()).containsExactlyInAnyOrder(DataCategory.PRESENCE, DataCategory.AFTERCARE);
        assertThat(letter().order().also()).containsExactly(Detail.DEMOGRAPHICS, Detail.MEDICATION);
        assertThat(letter().ask().categories())
                .containsExactlyInAnyOrder(
                        DataCategory.PRESENCE,
                        DataCategory.AFTERCARE,
                        DataCategory.DEMOGRAPHICS,
                        DataCategory.MEDICATION);
    }

    @Test
    void aReceiverHasUntilTheStepsOwnDayAndThirtyDaysAtMost() {
        var step = MONDAY.plusDays(40);

        assertRefused(ReferralLetterRule.ANSWERED_IN_TIME, () -> answerable(MONDAY.minusDays(1), step));
        assertRefused(ReferralLetterRule.ANSWERED_IN_TIME, () -> answerable(MONDAY.plusDays(31), step));
        assertRefused(ReferralLetterRule.ANSWERED_IN_TIME, () -> answerable(MONDAY.plusDays(3), MONDAY.plusDays(2)));
        answerable(MONDAY, step);
        answerable(MONDAY.plusDays(30), step);
        answerable(MONDAY.plusDays(2), MONDAY.plusDays(2));
    }

    private static void answerable(LocalDate answerBy, LocalDate step) {
        order(answerBy).mustBeAnswerable(PARK, step, MONDAY);
    }

    private static LetterOrder order(LocalDate answerBy) {
        return order(answerBy, EnumSet.noneOf(Detail.class));
    }

    private static LetterOrder order(LocalDate answerBy, EnumSet<Detail> also) {
        return new LetterOrder(
                Way.EMAIL,
                new Recipient(Recipient.Kind.TREATING_PROVIDER, null),
                DisclosurePurpose.TREATMENT,
                also,
                answerBy);
    }

    private static ReferralLetter letter() {
        var order = order(MONDAY.plusDays(5), EnumSet.of(Detail.MEDICATION, Detail.DEMOGRAPHICS));
        return new ReferralLetter(
                new LetterId(UUID.randomUUID()),
                new NextStepId(UUID.randomUUID()),
                new PatientId(UUID.randomUUID()),
                order,
                new ConsentId(UUID.randomUUID()),
                new Sealed("receiver", "said"),
                order.opensUntil(NEW_YORK),
                "clinician:1",
                NOW);
    }
}
