package org.stepwell.platform.task;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.Id;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.contracts.id.TaskId;
import org.stepwell.platform.access.Role;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.task.Task.Word;

/** The tasks of the clinic at hand. */
@Singleton
class TaskTable {

    private final Sql sql;

    TaskTable(Sql sql) {
        this.sql = sql;
    }

    /** Keeps a new task; false where its cause has one that is open, or that ended after the cause. */
    Optional<TaskId> add(Task task) {
        return add(task, false);
    }

    /** The same; but one that somebody has taken is open again, too. */
    Optional<TaskId> addAnew(Task task) {
        return add(task, true);
    }

    private Optional<TaskId> add(Task task, boolean fromWhoeverTookIt) {
        return sql.one(
                """
                insert into platform.task as known (id, version, steps, kind, subject, patient_id, episode_id, staff_id, roles,
                    due_at, created_at, status)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (clinic_id, kind, subject) do update
                set version = known.version + 1, steps = excluded.steps, staff_id = excluded.staff_id, roles = excluded.roles,
                    due_at = excluded.due_at, created_at = excluded.created_at,
                    status = excluded.status, acknowledged_by = null, acknowledged_at = null, ended_by = null, ended_at = null
                where known.ended_at < excluded.created_at or ? and known.status = 'ACKNOWLEDGED'
                returning id
                """,
                row -> new TaskId(row.getObject("id", UUID.class)),
                task.id().value(),
                task.version(),
                task.steps(),
                task.kind(),
                task.subject(),
                value(task.patient()),
                value(task.episode()),
                value(task.staff()),
                names(task.roles()),
                task.dueAt(),
                task.createdAt(),
                task.status().name(),
                fromWhoeverTookIt);
    }

    /** Writes what a verb answered about a task that is locked. */
    void change(Task task) {
        sql.update(
                """
                update platform.task
                set version = ?, steps = ?, roles = ?, due_at = ?, status = ?, acknowledged_by = ?, acknowledged_at = ?,
                    ended_by = ?, ended_at = ?
                where clinic_id = platform.current_clinic() and id = ?
                """,
                task.version(),
                task.steps(),
                names(task.roles()),
                task.dueAt(),
                task.status().name(),
                task.acknowledged() == null ? null : task.acknowledged().by(),
                task.acknowledged() == null ? null : task.acknowledged().at(),
                task.ended() == null ? null : task.ended().by(),
                task.ended() == null ? null : task.ended().at(),
                task.id().value());
    }

    Optional<Task> find(TaskId task) {
        return sql.one(
                "select * from platform.task where clinic_id = platform.current_clinic() and id = ?",
                TaskTable::read,
                task.value());
    }

    Optional<Task> locked(TaskId task) {
        return sql.one(
                "select * from platform.task where clinic_id = platform.current_clinic() and id = ? for update",
                TaskTable::read,
                task.value());
    }

    /** The task of a cause, where it has not ended. */
    Optional<Task> lockedOf(String kind, Id subject) {
        return sql.one("""
                select * from platform.task
                where clinic_id = platform.current_clinic() and kind = ? and subject = ? and ended_at is null for update
                """, TaskTable::read, kind, subject.value());
    }

    /** All of a kind that have not ended. */
    List<Task> lockedOf(String kind) {
        return sql.list("""
                select * from platform.task
                where clinic_id = platform.current_clinic() and kind = ? and ended_at is null order by id for update
                """, TaskTable::read, kind);
    }

    /** How the task of a cause stands, where there is one. */
    Optional<TaskStatus> statusOf(String kind, Id subject) {
        return sql.one("""
                select status from platform.task
                where clinic_id = platform.current_clinic() and kind = ? and subject = ?
                """, row -> TaskStatus.valueOf(row.getString("status")), kind, subject.value());
    }

    List<Task> list(TaskSearch search) {
        return sql.list(search.statement(), TaskTable::read, search.values());
    }

    private static Task read(ResultSet row) throws SQLException {
        return new Task(
                new TaskId(row.getObject("id", UUID.class)),
                row.getInt("version"),
                row.getInt("steps"),
                row.getString("kind"),
                row.getObject("subject", UUID.class),
                id(row, "patient_id", PatientId::new),
                id(row, "episode_id", EpisodeId::new),
                id(row, "staff_id", StaffId::new),
                Arrays.stream((String[]) row.getArray("roles").getArray())
                        .map(Role::valueOf)
                        .toList(),
                instant(row, "due_at"),
                instant(row, "created_at"),
                TaskStatus.valueOf(row.getString("status")),
                word(row, "acknowledged"),
                word(row, "ended"));
    }

    private static <T> @Nullable T id(ResultSet row, String column, Function<UUID, T> of) throws SQLException {
        @Nullable UUID value = row.getObject(column, UUID.class);
        return value == null ? null : of.apply(value);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Word word(ResultSet row, String what) throws SQLException {
        @Nullable String by = row.getString(what + "_by");
        return by == null ? null : new Word(by, instant(row, what + "_at"));
    }

    private static String[] names(List<Role> roles) {
        return roles.stream().map(Role::name).toArray(String[]::new);
    }

    private static @Nullable UUID value(@Nullable Id id) {
        return id == null ? null : id.value();
    }
}
