package org.stepwell.enrollment.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.RightsRequestId;
import org.stepwell.enrollment.rights.RightsRequest.Outcome;
import org.stepwell.platform.problem.Refusal;

class RightsRequestTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final Instant NOW = Instant.parse("2026-03-02T15:00:00Z");

    @ParameterizedTest
    @CsvSource(textBlock = """
            ACCESS,               2026-04-01, 2026-05-01
            AMENDMENT,            2026-05-01, 2026-05-31
            ACCOUNTING,           2026-05-01, 2026-05-31
            RESTRICTION,          2026-04-01,
            CONFIDENTIAL_CONTACT, 2026-03-05,
            COMPLAINT,            2026-04-01,
            """)
    void anAnswerHasItsDayAndIsPutOffOnceWhereTheLawAllowsIt(Right right, LocalDate due, LocalDate later) {
        var request = asked(right);
        assertThat(request.dueOn()).isEqualTo(due);

        if (later == null) {
            assertRefused(RightsRule.PUT_OFF_ONCE, () -> request.extend("sealed", DAY));
            assertThat(request.dueOn()).isEqualTo(due);
        } else {
            assertRefused(RightsRule.PUT_OFF_IN_TIME, () -> request.extend("sealed", due.plusDays(1)));
            request.extend("sealed", due);
            assertThat(request.dueOn()).isEqualTo(later);
            assertRefused(RightsRule.PUT_OFF_ONCE, () -> request.extend("sealed", DAY));
            assertThat(request.dueOn()).isEqualTo(later);
        }
    }

    @Test
    void aComplaintIsResolvedAndEverythingElseGrantedOrNot() {
        assertRefused(
                RightsRule.ANSWER_FITS_WHAT_WAS_ASKED,
                () -> asked(Right.COMPLAINT).answer(Outcome.GRANTED, "sealed", "paul", NOW));
        assertRefused(
                RightsRule.ANSWER_FITS_WHAT_WAS_ASKED,
                () -> asked(Right.ACCESS).answer(Outcome.RESOLVED, "sealed", "paul", NOW));

        var complaint = asked(Right.COMPLAINT);
        complaint.answer(Outcome.RESOLVED, "sealed", "paul", NOW);
        assertThat(complaint.status()).isEqualTo(RightsRequest.Status.ANSWERED);
    }

    @Test
    void whatIsAnsweredOrWithdrawnStaysSo() {
        var withdrawn = asked(Right.ACCESS);
        withdrawn.withdraw(NOW);

        assertRefused(RightsRule.REQUEST_IS_OVER, () -> withdrawn.answer(Outcome.GRANTED, "sealed", "paul", NOW));
        assertRefused(RightsRule.REQUEST_IS_OVER, () -> withdrawn.extend("sealed", DAY));
        assertThat(withdrawn.outcome()).isNull();
    }

    @Test
    void whoeverIsDeniedAnAmendmentMayDisagreeOnce() {
        var denied = asked(Right.AMENDMENT);
        assertRefused(RightsRule.DISAGREEMENT_FOLLOWS_DENIAL, () -> denied.disagree("sealed"));

        denied.answer(Outcome.DENIED, "sealed", "paul", NOW);
        denied.disagree("sealed");

        assertRefused(RightsRule.DISAGREED_BEFORE, () -> denied.disagree("sealed again"));
        assertThat(denied.sealedDisagreement()).isEqualTo("sealed");
        var granted = asked(Right.AMENDMENT);
        granted.answer(Outcome.GRANTED, "sealed", "paul", NOW);
        assertRefused(RightsRule.DISAGREEMENT_FOLLOWS_DENIAL, () -> granted.disagree("sealed"));
    }

    private static RightsRequest asked(Right right) {
        return new RightsRequest(
                new RightsRequestId(UUID.randomUUID()),
                new PatientId(UUID.randomUUID()),
                right,
                "sealed",
                "ivy",
                NOW,
                DAY);
    }

    private static void assertRefused(RightsRule rule, ThrowingCallable verb) {
        assertThatThrownBy(verb)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.rule()).isEqualTo(rule));
    }
}
