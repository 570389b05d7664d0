package org.stepwell.scheduling.availability;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.scheduling.SchedulingState.AvailabilityChanged;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.event.Outbox;
import org.stepwell.platform.problem.Refusal;
import org.stepwell.scheduling.calendar.DatedSlot;
import org.stepwell.scheduling.calendar.Slot;
import org.stepwell.scheduling.columns.Columns;

/** When patients can not come. */
@Singleton
public class Availabilities {

    private final Sql sql;
    private final Outbox outbox;

    Availabilities(Sql sql, Outbox outbox) {
        this.sql = sql;
        this.outbox = outbox;
    }

    Availability of(PatientId patient) {
        return sql.one(
                        "select version from availability where clinic_id = platform.current_clinic() and patient_id = ?",
                        row -> row.getInt("version"),
                        patient.value())
                .map(version -> new Availability(version, busy(patient)))
                .orElse(Availability.UNSAID);
    }

    /** The same, held until the transaction ends. */
    Availability lockedOf(PatientId patient, String by, Instant now) {
        sql.update(
                "insert into availability (patient_id, version, changed_by, changed_at) values (?, 0, ?, ?) on conflict do nothing",
                patient.value(),
                by,
                now);
        int version = sql.one(
                        "select version from availability where clinic_id = platform.current_clinic() and patient_id = ? for update",
                        row -> row.getInt("version"),
                        patient.value())
                .orElseThrow();
        return new Availability(version, busy(patient));
    }

    /** All of it anew, and told to others; the old one is held. */
    Availability replace(PatientId patient, Availability old, List<BusyTime> busy, String by, Instant now) {
        sql.update("""
                update availability set version = version + 1, changed_by = ?, changed_at = ?
                where clinic_id = platform.current_clinic() and patient_id = ?
                """, by, now, patient.value());
        sql.update(
                "delete from busy_time where clinic_id = platform.current_clinic() and patient_id = ?",
                patient.value());
        sql.update(
                """
                insert into busy_time (patient_id, place, kind, weekday, opens_at, closes_at, first_day, last_day)
                select ?, said.* from unnest(?, ?, ?, ?::time[], ?::time[], ?::date[], ?::date[])
                    as said(place, kind, weekday, opens_at, closes_at, first_day, last_day)
                """,
                patient.value(),
                IntStream.range(0, busy.size()).boxed().toArray(Integer[]::new),
                busy.stream().map(one -> one.kind().name()).toArray(String[]::new),
                busy.stream().map(one -> one.weekday().name()).toArray(String[]::new),
                busy.stream().map(one -> one.opensAt().toString()).toArray(String[]::new),
                busy.stream().map(one -> one.closesAt().toString()).toArray(String[]::new),
                Columns.days(busy.stream().map(BusyTime::firstDay).toList()),
                Columns.days(busy.stream().map(BusyTime::lastDay).toList()));
        tell(patient, busy, now);
        return new Availability(old.version() + 1, List.copyOf(busy));
    }

    /** Hours of one day, by the clock on the wall. */
    public record Hours(LocalDate day, LocalTime from, LocalTime until) {
        private DatedSlot slot() {
            return new DatedSlot(new Slot(day.getDayOfWeek(), from, until), day, day);
        }
    }

    /** At which hours some patients can not come. */
    public record Busy(Map<PatientId, List<BusyTime>> times) {

        /** Whether a patient can not come to weekly hours, on some day from one on; without a last day they go on. */
        public boolean clashes(
                PatientId patient, Collection<DatedSlot> weekly, LocalDate from, @Nullable LocalDate through) {
            var asked = weekly.stream()
                    .filter(one -> one.reachesInto(from, through))
                    .toList();
            return times.getOrDefault(patient, List.of()).stream()
                    .map(BusyTime::hours)
                    .filter(one -> one.reachesInto(from, through))
                    .anyMatch(one -> asked.stream().anyMatch(one::overlaps));
        }

        /** Whether a patient can not come on one day. */
        public boolean clashes(PatientId patient, Hours hours) {
            return times.containsKey(patient) && clashes(patient, List.of(hours.slot()), hours.day(), hours.day());
        }
    }

    /** What is known of these patients. */
    public Busy busy(Collection<PatientId> patients) {
        record Line(PatientId patient, BusyTime time) {}
        return new Busy(sql
                .list("""
                        select * from busy_time where clinic_id = platform.current_clinic() and patient_id = any (?)
                        order by patient_id, place
                        """, row -> new Line(Columns.id(row, "patient_id", PatientId::new), read(row)), (Object)
                        Columns.uuids(patients))
                .stream()
                .collect(Collectors.groupingBy(Line::patient, Collectors.mapping(Line::time, Collectors.toList()))));
    }

    /** Refuses to seat somebody at weekly hours at which they can not come. */
    public void requireAvailable(
            PatientId patient, Collection<DatedSlot> weekly, LocalDate from, @Nullable LocalDate through) {
        if (busy(List.of(patient)).clashes(patient, weekly, from, through)) {
            throw notAvailable();
        }
    }

    /** Refuses to seat somebody on a day on which they can not come. */
    public void requireAvailable(PatientId patient, Hours hours) {
        if (busy(List.of(patient)).clashes(patient, hours)) {
            throw notAvailable();
        }
    }

    private static Refusal notAvailable() {
        return new Refusal(
                AvailabilityRule.NOT_AVAILABLE,
                "Choose other hours, or say first at the patient's availability that they can come.");
    }

    /** What was said of a duplicate holds for the patient, where nothing was said of them. */
    public void merged(PatientId survivor, PatientId duplicate, Instant at) {
        UUID[] both = {survivor.value(), duplicate.value()};
        sql.update("""
                with moved as (
                    insert into availability (patient_id, version, changed_by, changed_at)
                    select ?, version, changed_by, changed_at from availability
                    where clinic_id = platform.current_clinic() and patient_id = ?
                    on conflict do nothing returning patient_id)
                insert into busy_time (patient_id, place, kind, weekday, opens_at, closes_at, first_day, last_day)
                select moved.patient_id, b.place, b.kind, b.weekday, b.opens_at, b.closes_at, b.first_day, b.last_day
                from busy_time b cross join moved
                where b.clinic_id = platform.current_clinic() and b.patient_id = ?
                """, both[0], both[1], both[1]);
        var held = busy(survivor);
        if (!held.isEmpty()) {
            tell(survivor, held, at);
        }
    }

    private void tell(PatientId patient, List<BusyTime> busy, Instant at) {
        outbox.append(new AvailabilityChanged(
                patient,
                busy.stream()
                        .map(one -> new AvailabilityChanged.Busy(
                                one.weekday(), one.opensAt(), one.closesAt(), one.firstDay(), one.lastDay()))
                        .toList(),
                at));
    }

    private List<BusyTime> busy(PatientId patient) {
        return busy(List.of(patient)).times().getOrDefault(patient, List.of());
    }

    private static BusyTime read(ResultSet row) throws SQLException {
        return new BusyTime(
                BusyTime.Kind.valueOf(row.getString("kind")),
                DayOfWeek.valueOf(row.getString("weekday")),
                row.getObject("opens_at", LocalTime.class),
                row.getObject("closes_at", LocalTime.class),
                Columns.day(row, "first_day"),
                Columns.dayOrNull(row, "last_day"));
    }
}
