package org.stepwell.scheduling.staff;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.stepwell.contracts.id.StaffAbsenceId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.problem.Refusal;
import org.stepwell.scheduling.calendar.OpeningHours;
import org.stepwell.scheduling.calendar.Slot;
import org.stepwell.scheduling.calendar.WeeklyHours;
import org.stepwell.scheduling.columns.Columns;

/** When the staff work, and when they are away. */
@Singleton
public class StaffHours {

    private final Sql sql;

    StaffHours(Sql sql) {
        this.sql = sql;
    }

    List<Slot> of(StaffId staff) {
        return sql
                .list(
                        "select * from staff_hours where clinic_id = platform.current_clinic() and staff_id = ?",
                        OpeningHours::read,
                        staff.value())
                .stream()
                .sorted(Comparator.comparing(Slot::weekday).thenComparing(Slot::opensAt))
                .toList();
    }

    void replace(StaffId staff, List<Slot> hours) {
        sql.update(
                "delete from staff_hours where clinic_id = platform.current_clinic() and staff_id = ?", staff.value());
        sql.update(
                """
                insert into staff_hours (staff_id, weekday, opens_at, closes_at)
                select ?, said.* from unnest(?, ?::time[], ?::time[]) as said(weekday, opens_at, closes_at)
                """,
                staff.value(),
                hours.stream().map(slot -> slot.weekday().name()).toArray(String[]::new),
                hours.stream().map(slot -> slot.opensAt().toString()).toArray(String[]::new),
                hours.stream().map(slot -> slot.closesAt().toString()).toArray(String[]::new));
    }

    /** When these work; who is not among them works whenever they are asked. */
    public Map<StaffId, List<Slot>> of(Collection<StaffId> staff) {
        record Line(StaffId staff, Slot slot) {}
        return sql
                .list(
                        "select * from staff_hours where clinic_id = platform.current_clinic() and staff_id = any (?)",
                        row -> new Line(Columns.id(row, "staff_id", StaffId::new), OpeningHours.read(row)),
                        (Object) Columns.uuids(staff))
                .stream()
                .collect(Collectors.groupingBy(Line::staff, Collectors.mapping(Line::slot, Collectors.toList())));
    }

    /** Refuses hours at which somebody among these does not work. */
    public void requireWorking(Collection<StaffId> staff, Collection<Slot> slots) {
        of(staff).forEach((who, works) -> {
            if (!WeeklyHours.hold(works, slots)) {
                throw new Refusal(
                        StaffRule.LED_BY_THOSE_WHO_WORK,
                        "%s does not work at these hours; GET staff/{staff}/hours says when.".formatted(who));
            }
        });
    }

    /** A time away. */
    public record Absence(StaffAbsenceId id, StaffId staff, LocalDate firstDay, LocalDate lastDay) {}

    /** Those that are not over on a day, in order. */
    List<Absence> absences(StaffId staff, LocalDate from) {
        return sql.list("""
                select * from staff_absence
                where clinic_id = platform.current_clinic() and staff_id = ? and last_day >= ?
                  and withdrawn_at is null order by first_day
                """, StaffHours::absence, staff.value(), from);
    }

    void away(Absence absence, String by, Instant now) {
        sql.update("""
                insert into staff_absence (id, staff_id, first_day, last_day, said_by, said_at) values (?, ?, ?, ?, ?, ?)
                """, absence.id().value(), absence.staff().value(), absence.firstDay(), absence.lastDay(), by, now);
    }

    /** False where it is no absence of theirs; saying so again changes nothing. */
    boolean here(StaffId staff, StaffAbsenceId absence, Instant now) {
        return sql.update("""
                        update staff_absence set withdrawn_at = coalesce(withdrawn_at, ?)
                        where clinic_id = platform.current_clinic() and staff_id = ? and id = ?
                        """, now, staff.value(), absence.value()) == 1;
    }

    /** Who is away when. */
    public record Away(Map<StaffId, List<Absence>> absences) {

        /** Whether somebody is away on a day. */
        public boolean on(StaffId staff, LocalDate day) {
            return absences.getOrDefault(staff, List.of()).stream()
                    .anyMatch(one -> !day.isBefore(one.firstDay()) && !day.isAfter(one.lastDay()));
        }

        /** Who is away on any of the days. */
        public Set<StaffId> staff() {
            return absences.keySet();
        }
    }

    /** Who is away on some days, both ends included. */
    public Away away(LocalDate from, LocalDate through) {
        return new Away(sql.list("""
                        select * from staff_absence
                        where clinic_id = platform.current_clinic() and last_day >= ? and first_day <= ? and withdrawn_at is null
                        """, StaffHours::absence, from, through).stream()
                .collect(Collectors.groupingBy(Absence::staff)));
    }

    /** Which of these are away on some days, both ends included. */
    public Away away(Collection<StaffId> staff, LocalDate from, LocalDate through) {
        return new Away(sql.list("""
                        select * from staff_absence
                        where clinic_id = platform.current_clinic() and staff_id = any (?) and last_day >= ? and first_day <= ?
                          and withdrawn_at is null
                        """, StaffHours::absence, Columns.uuids(staff), from, through).stream()
                .collect(Collectors.groupingBy(Absence::staff)));
    }

    private static Absence absence(ResultSet row) throws SQLException {
        return new Absence(
                Columns.id(row, "id", StaffAbsenceId::new),
                Columns.id(row, "staff_id", StaffId::new),
                Columns.day(row, "first_day"),
                Columns.day(row, "last_day"));
    }

    /** Refuses somebody who is away on a day. */
    public void requireHere(Collection<StaffId> staff, LocalDate day) {
        sql.one("""
                        select staff_id from staff_absence
                        where clinic_id = platform.current_clinic() and staff_id = any (?) and ? between first_day and last_day
                          and withdrawn_at is null limit 1
                        """, row -> Columns.id(row, "staff_id", StaffId::new), Columns.uuids(staff), day)
                .ifPresent(who -> {
                    throw new Refusal(StaffRule.LED_BY_THOSE_WHO_ARE_HERE, "%s is away on %s.".formatted(who, day));
                });
    }
}
