package org.stepwell.platform.task;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.contracts.id.TaskId;
import org.stepwell.platform.access.Role;
import org.stepwell.platform.problem.Refusal;

/**
 * One piece of work at one moment; its verbs answer the next one.
 *
 * @param version counts what somebody or the work itself changed about it, and not how far it went up its ladder
 * @param steps how often it went on because nobody took it, since it was opened
 * @param subject what it is about: a note, a check-in, an episode
 * @param staff whom it was given to first, if it was one person; they keep seeing it
 * @param roles those of its kind's ladder that it has reached; they keep seeing it, and the last got it last
 */
record Task(
        TaskId id,
        int version,
        int steps,
        String kind,
        UUID subject,
        @Nullable PatientId patient,
        @Nullable EpisodeId episode,
        @Nullable StaffId staff,
        List<Role> roles,
        Instant dueAt,
        Instant createdAt,
        TaskStatus status,
        @Nullable Word acknowledged,
        @Nullable Word ended) {

    /** Who said so, as {@code role:id}, and when. */
    record Word(String by, Instant at) {}

    /** Somebody takes it; from now on it goes to nobody else. */
    Task acknowledge(Word word) {
        return with(TaskStatus.ACKNOWLEDGED, word, null);
    }

    /** It is done, or nobody needs it any more. */
    Task end(TaskStatus end, Word word) {
        return with(end, acknowledged, word);
    }

    /** It should be done by another time; whoever has it keeps it. */
    Task by(Instant then) {
        return changed(then, status, acknowledged, ended);
    }

    /**
     * Nobody took it: the next role of the ladder has it too; where all have it, they are told again. Its version stays, so that
     * whoever read it a moment ago can still take it.
     */
    Task escalate(TaskKind to) {
        return waits(to)
                ? new Task(
                        id,
                        version,
                        steps + 1,
                        kind,
                        subject,
                        patient,
                        episode,
                        staff,
                        isWithAllOf(to) ? roles : to.ladder().subList(0, roles.size() + 1),
                        dueAt,
                        createdAt,
                        status,
                        acknowledged,
                        ended)
                : this;
    }

    /** Whether another step is ahead: another role, or, of a kind that pages, the same ones again. */
    boolean waits(TaskKind of) {
        return status == TaskStatus.OPEN && (of.pages() || !isWithAllOf(of));
    }

    /** Whether all roles of the ladder have it. */
    boolean isWithAllOf(TaskKind of) {
        return roles.size() >= of.ladder().size();
    }

    private Task with(TaskStatus next, @Nullable Word taken, @Nullable Word end) {
        if (!status.next().contains(next)) {
            throw new Refusal(TaskRule.TASK_GOES_FORWARD, "It is %s and can not become %s.".formatted(status, next));
        }
        return changed(dueAt, next, taken, end);
    }

    /** As somebody, or the work itself, left it. */
    private Task changed(Instant then, TaskStatus now, @Nullable Word taken, @Nullable Word end) {
        return new Task(
                id,
                version + 1,
                steps,
                kind,
                subject,
                patient,
                episode,
                staff,
                roles,
                then,
                createdAt,
                now,
                taken,
                end);
    }
}
