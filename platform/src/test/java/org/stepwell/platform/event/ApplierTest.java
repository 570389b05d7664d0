package org.stepwell.platform.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.stepwell.platform.testing.Refusals.assertRefused;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.OptimisticLockException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.stepwell.platform.problem.HttpRule;
import org.stepwell.platform.problem.PassingTrouble;
import org.stepwell.platform.problem.Refusal;
import org.stepwell.platform.testing.Person;
import org.stepwell.platform.testing.StepwellTestResource;

/** What happens to records that come in the wrong order, or that a listener can not apply, over a real database. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class ApplierTest {

    @Inject
    Stream stream;

    @Test
    void aNumberThatComesLateInOneBatchIsFollowedByWhatWaitedForIt() {
        stream.applies(1, 3, 2);

        assertThat(stream.applied()).containsExactly(1L, 2L, 3L);
        assertThat(stream.reasons()).isEmpty();
    }

    @Test
    void aSecondCopyOfAWaitingNumberIsForgottenWithTheFirst() {
        stream.applies(1, 3, 3, 2);

        assertThat(stream.applied()).containsExactly(1L, 2L, 3L);
        assertThat(stream.reasons()).isEmpty();
    }

    @Test
    void whatWaitedAndFailsTakesNothingBackFromTheNumberBeforeIt() {
        stream.applies(1);
        stream.applies(3);
        stream.stumblesOver(3, new IllegalStateException("on purpose"));

        stream.applies(2);

        assertThat(stream.applied()).containsExactly(1L, 2L);
        assertThat(stream.reasons()).containsExactly("failed: IllegalStateException");
        assertThat(stream.cursor()).isEqualTo(2);
    }

    @Test
    void aReleaseThatWasCutOffIsMadeUpForWhenTheRecordComesAgain() {
        stream.applies(1, 3);
        stream.movesTheCursorTo(2);

        stream.applies(2);

        assertThat(stream.applied()).containsExactly(1L, 3L);
        assertThat(stream.reasons()).isEmpty();
    }

    @Test
    void aFailureInABatchKeepsBackOnlyWhatFollowsIt() {
        stream.stumblesOver(2, new IllegalStateException("on purpose"));

        stream.applies(1, 2, 3);

        assertThat(stream.applied()).containsExactly(1L);
        assertThat(stream.reasons()).containsExactly("failed: IllegalStateException", "gap: expected 2");
    }

    @Test
    void whatIsParkedIsSaidOnceInTheLog() {
        stream.stumblesOver(2, new IllegalStateException("on purpose"));

        try (var log = HeardLog.of("org.stepwell.platform.event")) {
            stream.applies(1, 2, 3);
            stream.apply(List.of(stream.unreadable(4), stream.headless()));

            assertThat(log.lines())
                    .containsExactly(
                            "parked stepwell.enrollment 2 of " + stream.key(),
                            "parked stepwell.enrollment 3 of %s (gap)".formatted(stream.key()),
                            "parked stepwell.enrollment 4 of %s (gap)".formatted(stream.key()),
                            "parked stepwell.enrollment null of %s (unreadable)".formatted(stream.key()));
        }
    }

    @Test
    void whatPassesByItselfSetsThePartitionBackAndParksNothing() {
        stream.stumblesOver(2, new NotHere());

        for (int turn = 0; turn < 5; turn++) {
            assertThatThrownBy(() -> stream.applies(1, 2, 3)).isInstanceOf(NotHere.class);
        }
        assertThat(stream.applied()).containsExactly(1L);
        assertThat(stream.reasons()).isEmpty();
        stream.stumblesNoMore();
        stream.applies(1, 2, 3);

        assertThat(stream.applied()).containsExactly(1L, 2L, 3L);
        assertThat(stream.reasons()).isEmpty();
    }

    @Test
    void aChangeByAnotherInTheSameMomentPassesByItself() {
        stream.stumblesOver(1, new OptimisticLockException("on purpose"));

        assertThatThrownBy(() -> stream.applies(1)).isInstanceOf(OptimisticLockException.class);

        assertThat(stream.reasons()).isEmpty();
    }

    @Test
    void whatWaitsForTooLongIsParkedAndThePartitionGoesOn() {
        stream.withPatience(Duration.ZERO);
        stream.stumblesOver(2, new NotHere());

        stream.applies(1, 2, 3);

        assertThat(stream.reasons()).containsExactly("waits: NotHere", "gap: expected 2");
        stream.stumblesNoMore();
        assertThat(stream.replays()).isEqualTo(2);
        assertThat(stream.applied()).containsExactly(1L, 2L, 3L);
    }

    @Test
    void oneClinicThatWaitsDoesNotKeepTheOthersWaiting() {
        var harbor = stream.anotherAt(Person.HARBOR);
        stream.stumblesOver(1, new NotHere());

        var mixed = List.of(stream.record(1), harbor.record(1));
        assertThatThrownBy(() -> stream.apply(mixed)).isInstanceOf(NotHere.class);

        assertThat(stream.applied()).isEmpty();
        assertThat(harbor.applied()).containsExactly(1L);
    }

    @Test
    void whereOrderCountsAcrossClinicsNothingOvertakesWhatWaits() {
        var harbor = stream.anotherAt(Person.HARBOR);
        stream.inOrderAcrossClinics();
        stream.stumblesOver(2, new NotHere());

        var mixed = List.of(harbor.record(1), stream.record(1), stream.record(2), harbor.record(2));
        assertThatThrownBy(() -> stream.apply(mixed)).isInstanceOf(NotHere.class);

        assertThat(stream.applied()).containsExactly(1L);
        assertThat(harbor.applied()).containsExactly(1L);
    }

    @Test
    void aKeyThatTwoClinicsShareStaysInOrderWhileOneOfThemWaits() {
        stream.stumblesOver(1, new NotHere());
        var mixed = List.of(stream.record(1), stream.recordAt(Person.HARBOR, 2));
        assertThatThrownBy(() -> stream.apply(mixed)).isInstanceOf(NotHere.class);
        stream.stumblesNoMore();

        stream.apply(mixed);

        assertThat(stream.applied()).containsExactly(1L, 2L);
    }

    @Test
    void aNumberMissingBetweenParkedRecordsStopsTheirReplay() {
        stream.applies(1, 4, 5, 7);

        assertThatThrownBy(stream::replays).hasMessageContaining("Number 2 has not come. Replayed before it: 0.");
        assertThatThrownBy(() -> stream.replaysFrom(4L))
                .hasMessageContaining("Number 6 has not come. Replayed before it: 2.");

        assertThat(stream.applied()).containsExactly(1L, 4L, 5L);
        assertThatThrownBy(() -> stream.replaysFrom(4L)).hasMessageContaining("say \"from\": 7");
        assertThat(stream.replaysFrom(7L)).isEqualTo(1);
        assertThat(stream.applied()).containsExactly(1L, 4L, 5L, 7L);
    }

    @Test
    void whatStillFailsIsRefusedByOneRuleWhateverRuleItBroke() {
        stream.stumblesOver(2, new Refusal(HttpRule.STALE_VERSION, "on purpose"));
        stream.applies(1, 2);

        assertRefused(EventRule.STILL_FAILS, stream::replays);

        assertThat(stream.reasons()).containsExactly("failed: Refusal");
    }

    @Test
    void whatStillWaitsIsReplayedLater() {
        stream.withPatience(Duration.ZERO);
        stream.stumblesOver(1, new OptimisticLockException("on purpose"));
        stream.applies(1);

        assertThatThrownBy(stream::replays).isInstanceOf(PassingTrouble.class);
    }

    @Test
    void nulsInAllPlacesAreParkedAndDoNotBlockThePartition() {
        var message = stream.message(1, "ke\0y", "ty\0pe", "na\0me");

        stream.apply(List.of(stream.read(message)));

        assertThat(stream.parkedAs("ke\uFFFDy")).singleElement().asString().startsWith("unreadable: ");
    }

    @Test
    void aNulInTheTypeAloneKeepsItsPlaceInTheOrderOfTheKey() {
        var message = stream.message(1, stream.key(), "ty\0pe", "name");

        stream.apply(List.of(stream.read(message)));

        assertThat(stream.reasons()).singleElement().asString().startsWith("unreadable: ");
        assertThat(stream.cursor()).isZero();
    }

    @Test
    void recordsWithoutAKeyAreAllKept() {
        var first = stream.message(5, "", "no-type", "a");
        var second = stream.message(2, "", "no-type", "a");
        int before = stream.parkedAs("").size();

        stream.apply(Arrays.asList(stream.read(first), stream.read(second)));

        assertThat(stream.parkedAs("")).hasSize(before + 2);
    }

    static final class NotHere extends PassingTrouble {
        NotHere() {
            super("not here yet");
        }
    }
}
