package org.stepwell.platform.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.stepwell.platform.testing.Refusals.assertRefused;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stepwell.contracts.id.TaskId;
import org.stepwell.platform.access.Role;
import org.stepwell.platform.task.Task.Word;

class TaskTest {

    private static final Instant NINE = Instant.parse("2026-03-02T14:00:00Z");
    private static final Word CARL = new Word("clinician:carl", NINE);
    private static final TaskKind KIND = new TaskKind(
            "water-plants", "Water them.", List.of(Role.CLINICIAN, Role.SUPERVISOR), Duration.ofHours(1), true);

    private static Task task(TaskStatus status) {
        var ended = status.ended() ? CARL : null;
        return new Task(
                new TaskId(new UUID(1, 1)),
                3,
                0,
                KIND.code(),
                new UUID(2, 2),
                null,
                null,
                null,
                List.of(Role.CLINICIAN),
                NINE,
                NINE,
                status,
                null,
                ended);
    }

    @Test
    void whatPagesGoesOnAfterTheLastRoleUntilSomebodyTakesIt() {
        var pages = KIND.paging();
        var withAll = task(TaskStatus.OPEN).escalate(pages);
        assertThat(withAll.roles()).containsExactly(Role.CLINICIAN, Role.SUPERVISOR);

        var again = withAll.escalate(pages);

        assertThat(again.roles()).containsExactly(Role.CLINICIAN, Role.SUPERVISOR);
        assertThat(again.steps()).isEqualTo(withAll.steps() + 1);
        assertThat(again.waits(pages)).isTrue();
        assertThat(again.acknowledge(CARL).waits(pages)).isFalse();
        assertThat(withAll.waits(KIND)).isFalse();
        assertThat(withAll.escalate(KIND)).isSameAs(withAll);
    }

    @Test
    void whoeverTookATaskKeepsItWhenItsTimeMoves() {
        var taken = task(TaskStatus.OPEN).acknowledge(CARL);

        var moved = taken.by(NINE.plusSeconds(60));

        assertThat(moved.dueAt()).isEqualTo(NINE.plusSeconds(60));
        assertThat(moved.version()).isEqualTo(taken.version() + 1);
        assertThat(moved.acknowledged()).isEqualTo(CARL);
        assertThat(moved.status()).isEqualTo(TaskStatus.ACKNOWLEDGED);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            OPEN,         ACKNOWLEDGED, true
            OPEN,         DONE,         true
            OPEN,         WITHDRAWN,    true
            ACKNOWLEDGED, ACKNOWLEDGED, false
            ACKNOWLEDGED, DONE,         true
            ACKNOWLEDGED, WITHDRAWN,    true
            DONE,         ACKNOWLEDGED, false
            DONE,         DONE,         false
            WITHDRAWN,    DONE,         false
            """)
    void aTaskGoesForward(TaskStatus from, TaskStatus to, boolean may) {
        var task = task(from);

        if (may) {
            var next = to == TaskStatus.ACKNOWLEDGED ? task.acknowledge(CARL) : task.end(to, CARL);
            assertThat(next.status()).isEqualTo(to);
            assertThat(next.version()).isEqualTo(task.version() + 1);
        } else {
            assertRefused(TaskRule.TASK_GOES_FORWARD, () -> {
                var _ = to == TaskStatus.ACKNOWLEDGED ? task.acknowledge(CARL) : task.end(to, CARL);
            });
        }
    }

    @Test
    void itClimbsItsLadderToTheTopAndNoFurther() {
        var supervisors = task(TaskStatus.OPEN).escalate(KIND);

        assertThat(supervisors.roles()).containsExactly(Role.CLINICIAN, Role.SUPERVISOR);
        assertThat(supervisors.version()).isEqualTo(task(TaskStatus.OPEN).version());
        assertThat(supervisors.steps()).isEqualTo(1);
        assertThat(supervisors.waits(KIND)).isFalse();
        assertThat(supervisors.escalate(KIND)).isEqualTo(supervisors);
    }

    @Test
    void whatSomebodyTookClimbsNoMore() {
        var taken = task(TaskStatus.OPEN).acknowledge(CARL);

        assertThat(taken.escalate(KIND)).isEqualTo(taken);
    }

    @Test
    void workIsForStaff() {
        assertThatThrownBy(() -> new TaskKind("x", "X.", List.of(Role.PATIENT), Duration.ofHours(1), true))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new TaskKind("x", "X.", List.of(), Duration.ofHours(1), true))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
