package org.stepwell.scheduling.visit;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.GroupId;
import org.stepwell.contracts.id.RoomId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.platform.database.Sql;
import org.stepwell.scheduling.availability.Availabilities;
import org.stepwell.scheduling.calendar.ClinicTime;
import org.stepwell.scheduling.calendar.Closures;
import org.stepwell.scheduling.calendar.OpeningHours;
import org.stepwell.scheduling.calendar.Slot;
import org.stepwell.scheduling.columns.Columns;
import org.stepwell.scheduling.enrolled.Episode;
import org.stepwell.scheduling.staff.StaffHours;
import org.stepwell.scheduling.visit.Diary.GroupHours;
import org.stepwell.scheduling.visit.Diary.Taken;

/** Reads the diary of some days: as many statements for a month and five clinicians as for one hour of one. */
@Singleton
class Diaries {

    private static final String TAKEN = """
            select staff_id as who, starts_at, ends_at from session_facilitator
            where clinic_id = platform.current_clinic() and staff_id = any (?) and live and starts_at > ? and starts_at < ?
            union all
            select patient_id, starts_at, ends_at from seat
            where clinic_id = platform.current_clinic() and patient_id = ? and live and starts_at > ? and starts_at < ?
            union all
            select room_id, starts_at, ends_at from session
            where clinic_id = platform.current_clinic() and room_id = any (?) and status <> 'CANCELLED'
              and starts_at > ? and starts_at < ?
            """;

    private static final String IN_GROUPS = """
            select group_id, staff_id as who, null::date as last_day from group_facilitator
            where clinic_id = platform.current_clinic() and staff_id = any (?)
            union all
            select id, room_id, null from care_group
            where clinic_id = platform.current_clinic() and room_id = any (?) and status = 'RUNNING'
            union all
            select group_id, patient_id, last_day from membership
            where clinic_id = platform.current_clinic() and episode_id = ? and status <> 'LEFT'
            """;

    private static final String HOURS = """
            select g.id, h.weekday, h.opens_at, h.closes_at, greatest(g.planned_through + 1, h.first_day) as first_day,
                   least(g.ends_on, h.last_day) as last_day
            from care_group g
            join group_slot h on h.clinic_id = g.clinic_id and h.group_id = g.id
            where g.clinic_id = platform.current_clinic() and g.id = any (?) and g.status = 'RUNNING' and g.repeats is null
              and greatest(g.planned_through + 1, h.first_day) <= least(h.last_day, ?)
            """;

    private static final int LONGEST_SESSION_DAYS = 1;

    private final Closures closures;
    private final OpeningHours openingHours;
    private final StaffHours staffHours;
    private final Availabilities availabilities;
    private final ClinicTime time;
    private final Sql sql;

    Diaries(
            Closures closures,
            OpeningHours openingHours,
            StaffHours staffHours,
            Availabilities availabilities,
            ClinicTime time,
            Sql sql) {
        this.closures = closures;
        this.openingHours = openingHours;
        this.staffHours = staffHours;
        this.availabilities = availabilities;
        this.time = time;
        this.sql = sql;
    }

    /** From a day to another, both included. */
    Diary of(
            Episode episode,
            Collection<StaffId> clinicians,
            Collection<RoomId> rooms,
            LocalDate first,
            LocalDate last) {
        return new Diary(
                episode.patient(),
                closures.days(first, last),
                openingHours.all(),
                staffHours.of(clinicians),
                staffHours.away(clinicians, first, last),
                availabilities.busy(List.of(episode.patient())),
                taken(episode, clinicians, rooms, first, last),
                groups(episode, clinicians, rooms, last));
    }

    private Map<UUID, List<Taken>> taken(
            Episode episode,
            Collection<StaffId> clinicians,
            Collection<RoomId> rooms,
            LocalDate first,
            LocalDate last) {
        var from = time.startOf(first.minusDays(LONGEST_SESSION_DAYS));
        var until = time.startOf(last.plusDays(1));
        return sql
                .list(
                        TAKEN,
                        row -> new Taken(
                                row.getObject("who", UUID.class),
                                Columns.instant(row, "starts_at"),
                                Columns.instant(row, "ends_at")),
                        Columns.uuids(clinicians),
                        from,
                        until,
                        episode.patient().value(),
                        from,
                        until,
                        Columns.uuids(rooms),
                        from,
                        until)
                .stream()
                .collect(Collectors.groupingBy(Taken::who));
    }

    private record InGroup(
            GroupId group, UUID who, @Nullable LocalDate lastDay) {
        GroupHours at(Hours hours) {
            return new GroupHours(who, hours.slot(), hours.firstDay(), lastDay == null ? hours.lastDay() : lastDay);
        }
    }

    private record Hours(
            GroupId group,
            Slot slot,
            LocalDate firstDay,
            @Nullable LocalDate lastDay) {
        static Hours read(ResultSet row) throws SQLException {
            return new Hours(
                    Columns.id(row, "id", GroupId::new),
                    OpeningHours.read(row),
                    Columns.day(row, "first_day"),
                    Columns.dayOrNull(row, "last_day"));
        }
    }

    /** Sessions are made some weeks ahead: where visits are booked for later, groups would find their hours taken. */
    private Map<UUID, List<GroupHours>> groups(
            Episode episode, Collection<StaffId> clinicians, Collection<RoomId> rooms, LocalDate last) {
        var in = sql.list(
                IN_GROUPS,
                row -> new InGroup(
                        Columns.id(row, "group_id", GroupId::new),
                        row.getObject("who", UUID.class),
                        Columns.dayOrNull(row, "last_day")),
                Columns.uuids(clinicians),
                Columns.uuids(rooms),
                episode.id().value());
        var hours = sql
                .list(
                        HOURS,
                        Hours::read,
                        Columns.uuids(in.stream().map(InGroup::group).distinct().toList()),
                        last)
                .stream()
                .collect(Collectors.groupingBy(Hours::group));
        return in.stream()
                .flatMap(one ->
                        hours.getOrDefault(one.group(), List.of()).stream().map(one::at))
                .collect(Collectors.groupingBy(GroupHours::who));
    }
}
