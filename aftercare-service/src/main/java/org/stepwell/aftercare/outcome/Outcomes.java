package org.stepwell.aftercare.outcome;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.ProgramId;
import org.stepwell.platform.database.Sql;

/**
 * Counts what became of those who left, by program, month and day of follow-up. Nobody is taken for abstinent, at work or in a meeting
 * of whom that is not known.
 */
@Singleton
class Outcomes {

    /** The days after discharge on which it is asked, and how far from them an answer may lie. */
    static final List<Point> POINTS =
            List.of(new Point(7, 7), new Point(30, 14), new Point(90, 30), new Point(180, 45), new Point(365, 45));

    private final Sql sql;

    Outcomes(Sql sql) {
        this.sql = sql;
    }

    /** A day after discharge, and how many days before or after it still count for it. */
    record Point(int days, int slack) {}

    /**
     * What is asked for.
     *
     * @param program null for all
     */
    record Wanted(LocalDate from, LocalDate to, @Nullable ProgramId program) {}

    /** Those who left a program in a month, at a day after it. */
    record Counted(
            ProgramId program,
            LocalDate month,
            int days,
            int discharged,
            int due,
            int died,
            int followed,
            int abstinent,
            int askedUse,
            int working,
            int askedWork,
            int attending,
            int askedMeetings,
            int readmitted,
            @Nullable Integer medianDays) {}

    List<Counted> counted(Wanted wanted, LocalDate today, ZoneId zone) {
        var program = wanted.program() == null ? null : wanted.program().value();
        return sql.list(
                """
                with gone as (
                    select e.clinic_id, e.id, e.patient_id, e.program_id, e.last_day,
                        (least((select min(death.closed_at) from aftercare_plan death
                                where death.clinic_id = e.clinic_id and death.patient_id = e.patient_id
                                    and death.closed_because = 'DECEASED'),
                            (select min(death.ended_at) from recheck death
                                where death.clinic_id = e.clinic_id and death.patient_id = e.patient_id
                                    and death.ended_because = 'DIED')) at time zone ?)::date as died_on,
                        (select min(back.starts_on) from episode back
                            where back.clinic_id = e.clinic_id and back.patient_id = e.patient_id
                                and back.starts_on > e.last_day
                                and (back.last_day is null or back.ended_because is not null)) as back_on
                    from episode e
                    where e.clinic_id = platform.current_clinic() and e.last_day between ? and ?
                        and e.program_id is not null and e.ended_because <> 'DECEASED'
                        and (?::uuid is null or e.program_id = ?)
                ), asked as (
                    select gone.*, point.days, gone.last_day + point.days as on_day,
                        gone.died_on <= gone.last_day + point.days as died,
                        gone.last_day + point.days + point.slack <= ? and (gone.died_on is null
                            or gone.died_on > gone.last_day + point.days) as due,
                        contact.said_on, contact.used, contact.work_days, contact.meetings
                    from gone
                    cross join unnest(?, ?) as point (days, slack)
                    left join lateral (
                        select said.* from (
                            select (c.recorded_at at time zone ?)::date as said_on, c.used, c.work_days, c.meetings
                            from check_in c
                            where c.clinic_id = gone.clinic_id and c.episode_id = gone.id and c.status = 'RECORDED'
                            union all
                            select (r.answered_at at time zone ?)::date, r.use_days > 0, null, null
                            from recheck r
                            where r.clinic_id = gone.clinic_id and r.episode_id = gone.id and r.status = 'ANSWERED') said
                        where said.said_on between gone.last_day + greatest(1, point.days - point.slack)
                            and gone.last_day + point.days + point.slack
                        order by abs(said.said_on - (gone.last_day + point.days)), said.said_on limit 1) contact on true
                    where gone.back_on is null or gone.back_on > gone.last_day + 1
                )
                select program_id, date_trunc('month', last_day)::date as month, days, count(*) as discharged,
                    count(*) filter (where due) as due,
                    count(*) filter (where died) as died,
                    count(*) filter (where due and said_on is not null) as followed,
                    count(*) filter (where due and not used) as abstinent,
                    count(*) filter (where due and used is not null) as asked_use,
                    count(*) filter (where due and work_days > 0) as working,
                    count(*) filter (where due and work_days is not null) as asked_work,
                    count(*) filter (where due and meetings > 0) as attending,
                    count(*) filter (where due and meetings is not null) as asked_meetings,
                    count(*) filter (where due and back_on <= on_day) as readmitted,
                    percentile_disc(0.5) within group (order by back_on - last_day)
                        filter (where due and back_on <= on_day) as median_days
                from asked
                group by program_id, month, days
                order by month, program_id, days
                """,
                row -> new Counted(
                        new ProgramId(row.getObject("program_id", UUID.class)),
                        row.getObject("month", LocalDate.class),
                        row.getInt("days"),
                        row.getInt("discharged"),
                        row.getInt("due"),
                        row.getInt("died"),
                        row.getInt("followed"),
                        row.getInt("abstinent"),
                        row.getInt("asked_use"),
                        row.getInt("working"),
                        row.getInt("asked_work"),
                        row.getInt("attending"),
                        row.getInt("asked_meetings"),
                        row.getInt("readmitted"),
                        row.getObject("median_days", Integer.class)),
                zone.getId(),
                wanted.from(),
                wanted.to(),
                program,
                program,
                today,
                POINTS.stream().map(Point::days).toArray(Integer[]::new),
                POINTS.stream().map(Point::slack).toArray(Integer[]::new),
                zone.getId(),
                zone.getId());
    }
}
