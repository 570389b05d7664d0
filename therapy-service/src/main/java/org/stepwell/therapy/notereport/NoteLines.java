package org.stepwell.therapy.notereport;

import jakarta.inject.Singleton;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.code.Modality;
import org.stepwell.contracts.id.NoteId;
import org.stepwell.contracts.id.SessionId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.platform.database.Sql;
import org.stepwell.therapy.note.NoteStatus;

/** Notes without their texts, with those who lead the session, in the order in which the notes were begun. */
@Singleton
class NoteLines {

    private final Sql sql;

    NoteLines(Sql sql) {
        this.sql = sql;
    }

    /**
     * A note in a list.
     *
     * @param signer who has signed it, if anybody has
     * @param supervisor who answers for the signer, if anybody does
     */
    record Line(
            NoteId id,
            SessionId session,
            NoteStatus status,
            Modality modality,
            LocalDate date,
            Instant start,
            Instant end,
            int present,
            @Nullable Instant dueAt,
            @Nullable Instant overdueSince,
            List<StaffId> facilitators,
            @Nullable StaffId signer,
            @Nullable StaffId supervisor) {

        private static Line of(ResultSet row) throws SQLException {
            return new Line(
                    new NoteId(row.getObject("id", UUID.class)),
                    new SessionId(row.getObject("session_id", UUID.class)),
                    NoteStatus.valueOf(row.getString("status")),
                    Modality.valueOf(row.getString("modality")),
                    row.getObject("date", LocalDate.class),
                    row.getObject("starts_at", OffsetDateTime.class).toInstant(),
                    row.getObject("ends_at", OffsetDateTime.class).toInstant(),
                    row.getInt("present"),
                    instant(row, "due_at"),
                    instant(row, "overdue_at"),
                    staff(row.getArray("facilitators")),
                    staff(row, "signed_by_id"),
                    staff(row, "supervisor_id"));
        }

        private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
            @Nullable OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
            return at == null ? null : at.toInstant();
        }

        private static @Nullable StaffId staff(ResultSet row, String column) throws SQLException {
            @Nullable UUID id = row.getObject(column, UUID.class);
            return id == null ? null : new StaffId(id);
        }

        private static List<StaffId> staff(@Nullable Array ids) throws SQLException {
            return ids == null
                    ? List.of()
                    : Arrays.stream((UUID[]) ids.getArray()).map(StaffId::new).toList();
        }
    }

    /** A page of all notes. */
    List<Line> all(UUID after, int count) {
        return sql.list(lines(""), Line::of, after, count);
    }

    /** A page of the notes that stand like this. */
    List<Line> in(NoteStatus status, UUID after, int count) {
        return sql.list(lines("and n.status = ?"), Line::of, after, status.name(), count);
    }

    /** A page of the notes that are owed of sessions that somebody led, with others or alone. */
    List<Line> owedBy(UUID leader, UUID after, int count) {
        return sql.list(
                // For each note that is open: there are few, and sessions of years.
                lines("""
                        and n.status in ('DUE', 'DRAFT') and (
                            select led.facilitators from session led
                            where led.clinic_id = n.clinic_id and led.id = n.session_id) @> ?
                        """), Line::of, after, new UUID[] {leader}, count);
    }

    /** A page of the notes that are late, for their author or for a supervisor. */
    List<Line> late(UUID after, int count) {
        return sql.list(lines("and n.overdue_at is not null"), Line::of, after, count);
    }

    /**
     * A note that was signed, or co-signed, after its time.
     *
     * @param signature how late its author was, if they were
     * @param cosignature how late a supervisor was, if they were
     */
    record LateLine(
            NoteId id,
            SessionId session,
            LocalDate date,
            @Nullable Overrun signature,
            @Nullable Overrun cosignature) {

        private static LateLine of(ResultSet row) throws SQLException {
            return new LateLine(
                    new NoteId(row.getObject("id", UUID.class)),
                    new SessionId(row.getObject("session_id", UUID.class)),
                    row.getObject("date", LocalDate.class),
                    Overrun.of(
                            Line.staff(row, "signed_by_id"),
                            Line.instant(row, "signed_late_since"),
                            Line.instant(row, "signed_at")),
                    Overrun.of(
                            Line.staff(row, "cosigned_by_id"),
                            Line.instant(row, "cosigned_late_since"),
                            Line.instant(row, "cosigned_at")));
        }
    }

    /** Who was late, since when, and when their word came. */
    record Overrun(StaffId by, Instant since, Instant at) {

        private static @Nullable Overrun of(@Nullable StaffId by, @Nullable Instant since, @Nullable Instant at) {
            return by == null || since == null || at == null ? null : new Overrun(by, since, at);
        }
    }

    /** A page of the notes that are signed, and were late before. */
    List<LateLine> signedLate(UUID after, int count) {
        return sql.list("""
                select id, session_id, date, signed_by_id, signed_late_since, signed_at, cosigned_by_id, cosigned_late_since,
                    cosigned_at
                from note
                where clinic_id = platform.current_clinic() and id > ? and signed_at is not null
                    and coalesce(signed_late_since, cosigned_late_since) is not null
                order by id limit ?
                """, LateLine::of, after, count);
    }

    private static String lines(String which) {
        return """
                select n.*, s.facilitators, boss.id as supervisor_id from note n
                left join session s on s.clinic_id = n.clinic_id and s.id = n.session_id
                left join staff signer on signer.clinic_id = n.clinic_id and signer.id = n.signed_by_id
                left join staff boss
                    on boss.clinic_id = n.clinic_id and boss.id = signer.supervisor_id and boss.active
                where n.clinic_id = platform.current_clinic() and n.id > ? %s order by n.id limit ?
                """.formatted(which);
    }
}
