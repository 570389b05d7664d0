package org.stepwell.scheduling.group;

import jakarta.inject.Singleton;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.stepwell.contracts.code.Modality;
import org.stepwell.contracts.id.GroupId;
import org.stepwell.contracts.id.ProgramId;
import org.stepwell.contracts.scheduling.SchedulingState.PlacesChanged;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.event.Outbox;
import org.stepwell.scheduling.calendar.ClinicTime;
import org.stepwell.scheduling.calendar.Slot;
import org.stepwell.scheduling.columns.Columns;
import org.stepwell.scheduling.enrolled.Programs;
import org.stepwell.scheduling.session.SessionPlan;

/** Tells how many full weeks a track can still give, whenever that changes. */
@Singleton
class Places {

    private static final int DAYS_IN_WEEK = 7;

    private final Sql sql;
    private final Programs programs;
    private final ClinicTime time;
    private final Outbox outbox;

    Places(Sql sql, Programs programs, ClinicTime time, Outbox outbox) {
        this.sql = sql;
        this.programs = programs;
        this.time = time;
        this.outbox = outbox;
    }

    /** Counts anew and tells the number if it is another one. Whoever does so for the same track waits. */
    void count(ProgramId program, String track) {
        var told = lockLastTold(program, track);
        var today = time.today();
        var places = FullWeeks.among(offers(program, track, today), programs.rulesOn(program, today), today);
        if (places.isAs(told, today)) {
            return;
        }
        sql.update("""
                update places set free = ?, from_day = ?
                where clinic_id = platform.current_clinic() and program_id = ? and track = ?
                """, places.free(), places.from(), program.value(), track);
        outbox.append(new PlacesChanged(program, track, places.from(), places.free(), time.now()));
    }

    /** The same of the track that a group is for. */
    void count(GroupId group) {
        record Track(ProgramId program, String track) {}
        sql.one(
                        "select program_id, track from care_group where clinic_id = platform.current_clinic() and id = ?",
                        row -> new Track(Columns.id(row, "program_id", ProgramId::new), row.getString("track")),
                        group.value())
                .ifPresent(of -> count(of.program(), of.track()));
    }

    /** What was last told, for each track of a program. */
    List<PlacesResource.View> of(ProgramId program) {
        return sql.list(
                """
                select program_id, track, free, from_day from places
                where clinic_id = platform.current_clinic() and program_id = ? order by track
                """,
                row -> new PlacesResource.View(
                        Columns.id(row, "program_id", ProgramId::new),
                        row.getString("track"),
                        row.getInt("free"),
                        Columns.day(row, "from_day")),
                program.value());
    }

    private FullWeeks lockLastTold(ProgramId program, String track) {
        return sql.one(
                        """
                        insert into places as p (program_id, track, free, from_day) values (?, ?, 0, ?)
                        on conflict (clinic_id, program_id, track) do update set track = p.track
                        returning free, from_day
                        """,
                        row -> new FullWeeks(row.getInt("free"), Columns.day(row, "from_day")),
                        program.value(),
                        track,
                        time.today())
                .orElseThrow();
    }

    /** The groups that run on; one that ends within a week has no whole week to give. */
    private List<FullWeeks.Offer> offers(ProgramId program, String track, LocalDate today) {
        record Row(GroupId group, FullWeeks.Offer offer, Slot slot) {}
        var byGroup = new LinkedHashMap<GroupId, FullWeeks.Offer>();
        sql.list(
                        """
                        select g.id, g.modality, places_left(g, greatest(g.starts_on, ?)) as free, g.starts_on,
                               h.weekday, h.opens_at, h.closes_at
                        from care_group g
                        join group_slot h on h.clinic_id = g.clinic_id and h.group_id = g.id and h.last_day is null
                        where g.clinic_id = platform.current_clinic() and g.program_id = ? and g.track = ?
                          and g.status = 'RUNNING' and g.repeats is null and not (g.closed and g.starts_on <= ?)
                          and (g.ends_on is null or g.ends_on >= ?)
                        order by g.id, h.weekday
                        """,
                        row -> new Row(
                                Columns.id(row, "id", GroupId::new),
                                new FullWeeks.Offer(
                                        new ArrayList<>(),
                                        SessionPlan.inGroup(Modality.valueOf(row.getString("modality"))),
                                        row.getInt("free"),
                                        Columns.day(row, "starts_on")),
                                new Slot(
                                        DayOfWeek.valueOf(row.getString("weekday")),
                                        row.getObject("opens_at", LocalTime.class),
                                        row.getObject("closes_at", LocalTime.class))),
                        today,
                        program.value(),
                        track,
                        today,
                        today.plusDays(DAYS_IN_WEEK - 1))
                .forEach(row -> byGroup.computeIfAbsent(row.group(), _ -> row.offer())
                        .slots()
                        .add(row.slot()));
        return List.copyOf(byGroup.values());
    }
}
