package org.stepwell.platform.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.stepwell.platform.testing.Refusals.assertRefused;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.stepwell.platform.database.DatabaseTrouble;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.testing.StepwellTestResource;

/** What ops can leave out of a key, so that nothing blocks it for ever, over a real database. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class ReplayTest {

    @Inject
    Sql sql;

    @Inject
    Stream stream;

    @Test
    void whatCanNotBeReadIsLeftOutWithAllItsCopiesAndKept() {
        stream.apply(List.of(stream.record(1), stream.unreadable(2), stream.unreadable(2), stream.record(3)));
        assertRefused(EventRule.STILL_UNREADABLE, stream::replays);

        assertThat(stream.replaysWithout(2)).isEqualTo(new Replay.Done(1, 2));

        assertThat(stream.applied()).containsExactly(1L, 3L);
        assertThat(stream.cursor()).isEqualTo(3);
        assertThat(stream.reasons()).isEmpty();
        assertThat(stream.passedOver())
                .hasSize(2)
                .allSatisfy(kept -> assertThat(kept).startsWith("2 ops:test episode-vanished.v9 "));
    }

    @Test
    void whatAlwaysFailsIsLeftOutAndHasNoEffect() {
        stream.stumblesOver(2, new IllegalStateException("on purpose"));
        stream.applies(1, 2, 3);
        assertThatThrownBy(stream::replays).hasMessageContaining("say \"passing\": 2");

        assertThat(stream.replaysWithout(2)).isEqualTo(new Replay.Done(1, 1));

        assertThat(stream.applied()).containsExactly(1L, 3L);
        stream.applies(2, 4);
        assertThat(stream.applied()).containsExactly(1L, 3L, 4L);
    }

    @Test
    void whatWaitsForSomethingThatNeverComesIsLeftOut() {
        stream.withPatience(Duration.ZERO);
        stream.stumblesOver(1, new ApplierTest.NotHere());
        stream.applies(1, 2);

        assertThat(stream.replaysWithout(1)).isEqualTo(new Replay.Done(1, 1));

        assertThat(stream.applied()).containsExactly(2L);
    }

    @Test
    void leavingOutOneNumberLeavesOutNoOther() {
        stream.apply(List.of(stream.record(1), stream.unreadable(3), stream.unreadable(4)));

        assertRefused(EventRule.NUMBER_MISSING, () -> stream.replaysWithout(3));
        stream.applies(2);
        assertRefused(EventRule.STILL_UNREADABLE, () -> stream.replaysWithout(3));

        assertThat(stream.applied()).containsExactly(1L, 2L);
        assertThat(stream.cursor()).isEqualTo(3);
        assertThat(stream.reasons()).hasSize(1);
        assertThat(stream.passedOver()).hasSize(1);
    }

    @Test
    void whatHasNoNumberIsLeftOutAsNumberNone() {
        stream.apply(List.of(stream.headless(), stream.record(1)));
        assertRefused(EventRule.STILL_UNREADABLE, stream::replays);

        assertThat(stream.replaysWithout(ReplayOrder.NO_NUMBER)).isEqualTo(new Replay.Done(0, 1));

        assertThat(stream.reasons()).isEmpty();
        assertThat(stream.passedOver()).singleElement().asString().startsWith("none ops:test ");
        assertThat(stream.cursor()).isEqualTo(1);
    }

    /** Else an older state, such as a consent that was revoked since, would stand as if nothing newer were known. */
    @Test
    void theNewestStateIsNeverLeftOut() {
        stream.ofStates();
        stream.apply(List.of(stream.headless()));
        assertRefused(EventRule.NEWER_STATE_MISSING, () -> stream.replaysWithout(ReplayOrder.NO_NUMBER));
        stream.apply(List.of(stream.unreadable(1)));
        stream.apply(List.of(stream.unreadable(2)));

        assertRefused(EventRule.STILL_UNREADABLE, () -> stream.replaysWithout(1));
        assertRefused(EventRule.NEWER_STATE_MISSING, () -> stream.replaysWithout(2));

        assertThat(stream.reasons()).hasSize(2);
        assertThat(stream.passedOver()).hasSize(1);
    }

    @Test
    void whatIsKeptIsNeitherChangedNorDeletedByTheService() {
        for (var change : List.of("update platform.passed_over set reason = ''", "delete from platform.passed_over")) {
            assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> sql.update(change)))
                    .isInstanceOf(DatabaseTrouble.class)
                    .hasMessageContaining("permission denied");
        }
    }
}
