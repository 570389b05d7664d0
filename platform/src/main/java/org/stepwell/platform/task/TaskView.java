package org.stepwell.platform.task;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.contracts.id.TaskId;
import org.stepwell.platform.access.Role;

/** A task as every service shows it. */
@Schema(name = "TaskView")
record TaskView(
        TaskId id,
        @Schema(examples = "note-overdue") String kind,

        @Schema(
                description = "what is to be done; the same for all tasks of a kind",
                examples = "The note of a session is late: write and sign it.")
        String text,

        @Schema(description = "what it is about, by its kind: a note, a check-in, an episode")
        UUID subject,

        @Nullable PatientId patient,
        @Nullable EpisodeId episode,

        @Schema(description = "whom it was given to in person") @Nullable
        StaffId staff,

        @Schema(
                description =
                        "the roles that have it beside that person; the last got it because nobody took it before")
        List<Role> roles,

        Instant dueAt,

        @Schema(description = "not ended, and its time has passed")
        boolean overdue,

        TaskStatus status,

        Instant createdAt,
        @Nullable String acknowledgedBy,
        @Nullable Instant acknowledgedAt,
        @Nullable String endedBy,
        @Nullable Instant endedAt) {

    static TaskView of(Task task, String text, Instant now) {
        var taken = task.acknowledged();
        var ended = task.ended();
        return new TaskView(
                task.id(),
                task.kind(),
                text,
                task.subject(),
                task.patient(),
                task.episode(),
                task.staff(),
                task.roles(),
                task.dueAt(),
                !task.status().ended() && task.dueAt().isBefore(now),
                task.status(),
                task.createdAt(),
                taken == null ? null : taken.by(),
                taken == null ? null : taken.at(),
                ended == null ? null : ended.by(),
                ended == null ? null : ended.at());
    }
}
