package org.stepwell.scheduling.reminder;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.SessionId;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.message.Messenger.Channel;
import org.stepwell.scheduling.columns.Columns;
import org.stepwell.scheduling.reminder.Occasion.Appointment;

/** What patients were told of their days, and what they should be told next. */
@Singleton
class ReminderTable {

    /**
     * The last word on each day to come that was heard, and is no longer so: an appointment it named was cancelled or is at another
     * time, or there is one that it did not name. Who gave up a seat, left, or is away knows that, and is told nothing; and what could
     * not be told is not tried again as long as it stays so.
     */
    private static final String CHANGED = """
            select r.day, last.number + 1 as number, r.starts, ahead.sessions, ahead.starts as now_starts
            from reminder r
            cross join lateral (
                select coalesce(array_agg(s.id order by t.starts_at, s.id), '{}') as sessions,
                       coalesce(array_agg(t.starts_at order by t.starts_at, s.id), '{}') as starts
                from seat t
                join session s on s.clinic_id = t.clinic_id and s.id = t.session_id
                where t.clinic_id = r.clinic_id and t.patient_id = r.patient_id and t.live and s.day = r.day
                  and t.starts_at > ?) ahead
            cross join lateral (
                select max(number) as number from reminder any_of
                where any_of.clinic_id = r.clinic_id and any_of.patient_id = r.patient_id and any_of.day = r.day) last
            where r.clinic_id = platform.current_clinic() and r.patient_id = ? and r.day >= ? and r.outcome = 'SENT'
              and not exists (
                  select from reminder later
                  where later.clinic_id = r.clinic_id and later.patient_id = r.patient_id and later.day = r.day
                    and later.number > r.number and (later.outcome in ('SENT', 'LEAVING')
                      or (later.sessions = ahead.sessions and later.starts = ahead.starts)))
              and (not ahead.sessions <@ r.sessions or exists (
                  select from unnest(r.sessions, r.starts) as told (session_id, starts_at)
                  join session s on s.clinic_id = r.clinic_id and s.id = told.session_id
                  join seat t on t.clinic_id = s.clinic_id and t.session_id = s.id and t.patient_id = r.patient_id
                  where told.starts_at > ? and (s.status = 'CANCELLED' or s.starts_at <> told.starts_at)))
            order by r.day limit 1
            """;

    /** SQL, true where nothing of a seat t in a session s was said yet: nothing of its day, or nothing of it. */
    private static final String NEW = """
             not exists (
                select from reminder r
                where r.clinic_id = t.clinic_id and r.patient_id = t.patient_id and r.day = s.day
                  and (r.outcome <> 'SENT' or s.id = any (r.sessions)))\s
            """;

    /** The appointments of the first day of which nothing was told, of those that begin after a moment. */
    private static final String UNREMINDED = """
            with ahead as (
                select s.day, s.id, t.starts_at,
                       rank() over (order by s.day) as place
                from seat t
                join session s on s.clinic_id = t.clinic_id and s.id = t.session_id
                where t.clinic_id = platform.current_clinic() and t.patient_id = ? and t.live and t.starts_at > ?
                  and not exists (
                      select from reminder r
                      where r.clinic_id = t.clinic_id and r.patient_id = t.patient_id and r.day = s.day))
            select day, id, starts_at from ahead where place = 1 order by starts_at, id
            """;

    private final Sql sql;

    ReminderTable(Sql sql) {
        this.sql = sql;
    }

    /** What became of an occasion. */
    enum Outcome {
        /** It is about to be sent. */
        LEAVING,
        SENT,
        /** No way is safe, or nothing may be said. */
        NO_SAFE_WAY,
        /** There is no such mailbox or number. */
        CAME_BACK,
        /** It could not be sent in time, and is not sent late. */
        SUPERSEDED
    }

    /** Everybody with a seat in one of these sessions. */
    List<PatientId> seatedIn(Collection<SessionId> sessions) {
        return sql.list("""
                select distinct patient_id from seat
                where clinic_id = platform.current_clinic() and session_id = any (?) and live
                """, row -> Columns.id(row, "patient_id", PatientId::new), (Object) Columns.uuids(sessions));
    }

    /** When the first appointment begins of which somebody was told nothing yet; who has none is left out. */
    Map<PatientId, Instant> firstUnreminded(Collection<PatientId> patients, Instant now) {
        record First(PatientId patient, Instant startsAt) {}
        return sql
                .list(
                        """
                select t.patient_id, min(t.starts_at) as first
                from seat t
                join session s on s.clinic_id = t.clinic_id and s.id = t.session_id
                where t.clinic_id = platform.current_clinic() and t.patient_id = any (?) and t.live and t.starts_at > ? and
                """ + NEW + " group by t.patient_id",
                        row -> new First(Columns.id(row, "patient_id", PatientId::new), Columns.instant(row, "first")),
                        Columns.uuids(patients),
                        now)
                .stream()
                .collect(Collectors.toMap(First::patient, First::startsAt));
    }

    /** Who was told that they have an appointment in one of these sessions. */
    List<PatientId> told(Collection<SessionId> sessions) {
        return sql.list("""
                select distinct t.patient_id
                from seat t
                join reminder r on r.clinic_id = t.clinic_id and r.patient_id = t.patient_id and r.outcome = 'SENT'
                  and t.session_id = any (r.sessions)
                where t.clinic_id = platform.current_clinic() and t.session_id = any (?)
                """, row -> Columns.id(row, "patient_id", PatientId::new), (Object) Columns.uuids(sessions));
    }

    /** What somebody was told, and is no longer so. */
    Optional<Occasion> changed(PatientId patient, LocalDate today, Instant now) {
        return sql.one(CHANGED, row -> changed(patient, row, now), now, patient.value(), today, now);
    }

    /** What somebody was not told of yet, of the days with an appointment after a moment the first. */
    Optional<Occasion> unreminded(PatientId patient, Instant after) {
        record Found(LocalDate day, Appointment appointment) {}
        var found = sql.list(
                UNREMINDED,
                row -> new Found(
                        Columns.day(row, "day"),
                        new Appointment(Columns.id(row, "id", SessionId::new), Columns.instant(row, "starts_at"))),
                patient.value(),
                after);
        return found.stream()
                .findFirst()
                .map(first -> new Occasion(
                        patient,
                        first.day(),
                        1,
                        List.of(),
                        found.stream().map(Found::appointment).toList()));
    }

    private static Occasion changed(PatientId patient, ResultSet row, Instant now) throws SQLException {
        return new Occasion(
                patient,
                Columns.day(row, "day"),
                row.getInt("number"),
                Columns.instants(row, "starts").stream()
                        .filter(start -> start.isAfter(now))
                        .toList(),
                appointments(Columns.ids(row, "sessions", SessionId::new), Columns.instants(row, "now_starts")));
    }

    /** Says what became of an occasion; the same day is settled once, however many try. */
    void settle(Occasion occasion, Outcome outcome, Instant now) {
        sql.update(
                """
                insert into reminder (patient_id, day, number, message_id, outcome, sessions, starts, settled_at)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                """,
                occasion.patient().value(),
                occasion.day(),
                occasion.number(),
                occasion.messageId(),
                outcome.name(),
                occasion.appointments().stream()
                        .map(appointment -> appointment.session().value())
                        .toArray(UUID[]::new),
                occasion.starts().stream()
                        .map(start -> start.atOffset(ZoneOffset.UTC))
                        .toArray(OffsetDateTime[]::new),
                now);
    }

    /** What is about to be sent, as it was decided; and when that began of which they knew before. */
    Optional<Occasion> leaving(UUID message, Instant now) {
        return sql.one(
                """
                select r.*, coalesce(before.starts, '{}') as told
                from reminder r
                left join lateral (
                    select * from reminder heard
                    where heard.clinic_id = r.clinic_id and heard.patient_id = r.patient_id and heard.day = r.day
                      and heard.number < r.number and heard.outcome = 'SENT'
                    order by heard.number desc limit 1) before on true
                where r.clinic_id = platform.current_clinic() and r.message_id = ? and r.outcome = 'LEAVING'
                """,
                row -> new Occasion(
                        Columns.id(row, "patient_id", PatientId::new),
                        Columns.day(row, "day"),
                        row.getInt("number"),
                        Columns.instants(row, "told").stream()
                                .filter(start -> start.isAfter(now))
                                .toList(),
                        appointments(Columns.ids(row, "sessions", SessionId::new), Columns.instants(row, "starts"))),
                message);
    }

    /** Whether the appointments of the day are still those that are about to be told. */
    boolean isTrue(Occasion occasion, Instant now) {
        var ahead = sql.list(
                """
                select s.id, t.starts_at from seat t
                join session s on s.clinic_id = t.clinic_id and s.id = t.session_id
                where t.clinic_id = platform.current_clinic() and t.patient_id = ? and t.live and s.day = ?
                  and t.starts_at > ?
                order by t.starts_at, s.id
                """,
                row -> new Appointment(Columns.id(row, "id", SessionId::new), Columns.instant(row, "starts_at")),
                occasion.patient().value(),
                occasion.day(),
                now);
        return ahead.equals(occasion.appointments().stream()
                .filter(one -> one.startsAt().isAfter(now))
                .toList());
    }

    /** What became of what was about to be sent. */
    void became(Occasion occasion, Outcome outcome, @Nullable Channel channel, Instant now) {
        sql.update("""
                update reminder set outcome = ?, channel = ?, settled_at = ?
                where clinic_id = platform.current_clinic() and message_id = ? and outcome = 'LEAVING'
                """, outcome.name(), channel == null ? null : channel.name(), now, occasion.messageId());
    }

    /** It is not true any more, and nobody was told. */
    void forget(Occasion occasion) {
        sql.update(
                "delete from reminder where clinic_id = platform.current_clinic() and message_id = ? and outcome = 'LEAVING'",
                occasion.messageId());
    }

    private static List<Appointment> appointments(List<SessionId> sessions, List<Instant> starts) {
        return IntStream.range(0, sessions.size())
                .mapToObj(place -> new Appointment(sessions.get(place), starts.get(place)))
                .toList();
    }

    /** What a patient was told, or not, of the days from one on; the newest first. */
    List<ReminderResource.View> of(Collection<PatientId> records, LocalDate from, int limit) {
        return sql.list("""
                select * from reminder
                where clinic_id = platform.current_clinic() and patient_id = any (?) and day >= ?
                order by day desc, number desc, patient_id limit ?
                """, ReminderResource.View::read, Columns.uuids(records), from, limit);
    }
}
