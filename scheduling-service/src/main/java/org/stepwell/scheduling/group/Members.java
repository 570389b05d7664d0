package org.stepwell.scheduling.group;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.GroupId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.ProgramId;
import org.stepwell.platform.access.Role;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.platform.task.TaskKind;
import org.stepwell.platform.task.Tasks;
import org.stepwell.platform.time.Due;
import org.stepwell.scheduling.availability.KeptApart;
import org.stepwell.scheduling.calendar.ClinicTime;
import org.stepwell.scheduling.columns.Columns;
import org.stepwell.scheduling.session.MemberSeats;
import org.stepwell.scheduling.session.Seats;

/**
 * Takes members into groups and lets them go. A place is taken by the statement that counts it, so the last one goes to
 * exactly one of those who ask at once.
 */
@Singleton
public class Members {

    private static final String BUSY = """
            select 1
            from membership m
            join group_slot h on h.clinic_id = m.clinic_id and h.group_id = m.group_id
            join group_slot w on w.clinic_id = m.clinic_id and w.group_id = ?
              and w.weekday = h.weekday and w.opens_at < h.closes_at and w.closes_at > h.opens_at
            where m.clinic_id = platform.current_clinic() and m.patient_id = ? and m.group_id <> ?
              and m.status <> 'LEFT'
              and greatest(m.from_day, h.first_day, w.first_day, ?) <= least(m.last_day, h.last_day, w.last_day, 'infinity')
            limit 1
            """;

    private static final TaskKind PLACE_GONE = new TaskKind(
            "place-gone",
            "A patient stays longer than was said, and a group in which they were has no place for them: find another one.",
            List.of(Role.INTAKE, Role.CLINIC_ADMIN),
            Duration.ofDays(1),
            true);

    private final Memberships memberships;
    private final MemberSeats memberSeats;
    private final Seats seats;
    private final Places places;
    private final Tasks tasks;
    private final Due due;
    private final ClinicTime time;
    private final Sql sql;

    Members(
            Memberships memberships,
            MemberSeats memberSeats,
            Seats seats,
            Places places,
            Tasks tasks,
            Due due,
            ClinicTime time,
            Sql sql) {
        this.memberships = memberships;
        this.memberSeats = memberSeats;
        this.seats = seats;
        this.places = places;
        this.tasks = tasks;
        this.due = due;
        this.time = time;
        this.sql = sql;
    }

    @Produces
    @Singleton
    static TaskKind placeGone() {
        return PLACE_GONE;
    }

    /** Gives a patient a place and a seat in each session to come; null where the group has no place left. */
    @Nullable
    Membership join(GroupId group, PatientId patient, EpisodeId episode, LocalDate from) {
        return takePlace(group, "taken < places_on(g, ?)", from) ? joined(group, patient, episode, from) : null;
    }

    private Membership joined(GroupId group, PatientId patient, EpisodeId episode, LocalDate from) {
        var membership = new Membership(new MembershipId(Uuid7.next()), group, patient, episode, from);
        memberships.persistAndFlush(membership);
        memberSeats.join(group, patient, episode, from, time.now());
        return membership;
    }

    /** Gives a patient a place in a group, if one is left besides those for whoever waits; the caller then counts the places of the track. */
    public boolean seat(GroupId group, PatientId patient, EpisodeId episode, LocalDate from) {
        if (!takePlace(group, "places_left(g, ?) > 0", from)) {
            return false;
        }
        joined(group, patient, episode, from);
        return true;
    }

    /** The places of a track have changed. */
    public void countPlaces(ProgramId program, String track) {
        places.count(program, track);
    }

    /** True where the patient is a member of another group at the same hours of the week. */
    public boolean busy(GroupId group, PatientId patient, LocalDate from) {
        return sql.one(BUSY, row -> row.getInt(1), group.value(), patient.value(), group.value(), from)
                .isPresent();
    }

    /** True where somebody from whom the patient is kept apart has a place in a group. */
    boolean isKeptApart(GroupId group, PatientId patient) {
        return sql.one(
                        """
                select 1 from membership o
                where o.clinic_id = platform.current_clinic() and o.group_id = ? and o.status <> 'LEFT' and\s
                """ + KeptApart.from("o.patient_id") + " limit 1",
                        row -> 1,
                        group.value(),
                        patient.value(),
                        patient.value())
                .isPresent();
    }

    /** The patient stays until a day, or until an earlier one that was said before; then the place is free. */
    void leave(Membership membership, LocalDate day) {
        membership.leave(day);
        follow(membership);
    }

    /** The patient stays until the last day of their episode; where that is another one than was said before, until the new one. */
    void leaveWithEpisode(Membership membership, LocalDate day) {
        @Nullable LocalDate before = membership.lastDay();
        membership.leaveWithEpisode(day);
        if (before != null && before.isBefore(Objects.requireNonNull(membership.lastDay()))) {
            memberSeats.join(
                    membership.group(), membership.patient(), membership.episode(), before.plusDays(1), time.now());
        }
        follow(membership);
    }

    /** The seats after the last day go, and then the place. */
    private void follow(Membership membership) {
        memberships.flush();
        var lastDay = Objects.requireNonNull(membership.lastDay());
        seats.leave(membership.group(), membership.episode(), lastDay, time.now());
        due.at(LeftMembers.KIND, membership.id(), time.startOf(lastDay.plusDays(1)));
    }

    /** Everybody stays until a group's last day; answers whose seats this may have changed. */
    List<EpisodeId> leaveAll(GroupId group, LocalDate lastDay) {
        var current = memberships.current(group);
        leaveAll(current, lastDay);
        return current.stream().map(Membership::episode).toList();
    }

    /** Nobody expects the patient on the days away; the places stay theirs. */
    public void away(EpisodeId episode) {
        seats.away(episode, time.now());
    }

    /** The patient is seated again from a day on, wherever the places were kept. */
    public void back(EpisodeId episode, LocalDate from) {
        for (var member : memberships.current(episode)) {
            if (held(member).status() != Membership.Status.LEFT) {
                var first = member.fromDay().isAfter(from) ? member.fromDay() : from;
                memberSeats.join(member.group(), member.patient(), episode, first, time.now());
                var lastDay = member.lastDay();
                if (lastDay != null) {
                    seats.leave(member.group(), episode, lastDay, time.now());
                }
            }
        }
    }

    /** The patient leaves the groups of other tracks after a last day. */
    public void leaveOthers(EpisodeId episode, String track, LocalDate lastDay) {
        var others = sql.list("""
                select m.id from membership m
                join care_group g on g.clinic_id = m.clinic_id and g.id = m.group_id
                where m.clinic_id = platform.current_clinic() and m.episode_id = ? and m.status <> 'LEFT'
                  and g.track <> ? and m.from_day <= ?
                """, row -> Columns.id(row, "id", MembershipId::new), episode.value(), track, lastDay);
        leaveAll(
                memberships.current(episode).stream()
                        .filter(one -> others.contains(one.id()))
                        .toList(),
                lastDay);
    }

    /** The patient leaves all groups after a day until which their seats were kept. */
    public void leaveAll(EpisodeId episode, LocalDate lastDay) {
        leaveAll(memberships.current(episode), lastDay);
        seats.leaveAll(episode, lastDay, time.now());
    }

    /** The patient leaves all groups after the last day of an episode. */
    public void depart(EpisodeId episode, LocalDate lastDay) {
        memberships.current(episode).stream()
                .filter(member -> held(member).status() != Membership.Status.LEFT)
                .forEach(member -> leaveWithEpisode(member, lastDay));
        memberships.leftWithEpisode(episode, lastDay).forEach(left -> comeBack(left, lastDay));
        seats.leaveAll(episode, lastDay, time.now());
    }

    /**
     * Somebody left on a day that was said to be their last, and it is another one that is still to come: they never should have lost
     * their place, so that they have it before whoever waits.
     */
    private void comeBack(Membership left, LocalDate lastDay) {
        if (lastDay.isBefore(time.today())) {
            return;
        }
        boolean fits = !busy(left.group(), left.patient(), time.today()) && !isKeptApart(left.group(), left.patient());
        var again = fits ? join(left.group(), left.patient(), left.episode(), time.today()) : null;
        if (again == null) {
            tasks.open(
                    new Tasks.Cause(PLACE_GONE, left.episode(), left.patient(), left.episode(), time.now()),
                    null,
                    time.now().plus(PLACE_GONE.step()));
        } else {
            leaveWithEpisode(again, lastDay);
            places.count(left.group());
        }
    }

    /**
     * The membership as it is once its group is held: whoever joins, leaves or plans the sessions of a group takes the
     * group's row first, so that one waits for the other and nobody is seated after their last day.
     */
    Membership held(Membership membership) {
        sql.one(
                "select 1 from care_group where clinic_id = platform.current_clinic() and id = ? for no key update",
                row -> row.getInt(1),
                membership.group().value());
        return memberships.fresh(membership);
    }

    private void leaveAll(List<Membership> current, LocalDate lastDay) {
        current.stream()
                .filter(member -> held(member).status() != Membership.Status.LEFT)
                .forEach(member -> leave(member, lastDay));
    }

    /** Those who have a place now, for the sessions that are about to be made. */
    List<MemberSeats.Member> of(GroupId group) {
        return memberships.current(group).stream()
                .map(one -> new MemberSeats.Member(one.patient(), one.episode(), one.fromDay(), one.lastDay()))
                .toList();
    }

    /** The place is free again. */
    void freePlace(GroupId group) {
        sql.update(
                "update care_group set taken = taken - 1 where clinic_id = platform.current_clinic() and id = ?",
                group.value());
    }

    private boolean takePlace(GroupId group, String where, LocalDate from) {
        return sql.update("""
                        update care_group g set taken = taken + 1
                        where clinic_id = platform.current_clinic() and id = ? and status = 'RUNNING' and %s
                        """.formatted(where), group.value(), from) == 1;
    }
}
