package org.stepwell.scheduling.visit;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.SessionId;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.problem.FieldError;
import org.stepwell.platform.problem.Refusal;
import org.stepwell.scheduling.calendar.ClinicTime;
import org.stepwell.scheduling.calendar.Closures;
import org.stepwell.scheduling.calendar.Rooms;
import org.stepwell.scheduling.enrolled.EnrolledRule;
import org.stepwell.scheduling.enrolled.Episode;
import org.stepwell.scheduling.enrolled.Episodes;
import org.stepwell.scheduling.session.Seat;
import org.stepwell.scheduling.session.VisitPlan;
import org.stepwell.scheduling.session.VisitSessions;
import org.stepwell.scheduling.staff.StaffRule;
import org.stepwell.scheduling.visit.Diary.Obstacle;
import org.stepwell.scheduling.visit.Diary.Wish;

/** Books one visit, or one a week: all of them, or none. */
@Singleton
class BookVisits {

    private final VisitSessions sessions;
    private final Diaries diaries;
    private final Episodes episodes;
    private final WhoseVisits whoseVisits;
    private final NeededVisits needed;
    private final Closures closures;
    private final Rooms rooms;
    private final ClinicTime time;
    private final Sql sql;

    BookVisits(
            VisitSessions sessions,
            Diaries diaries,
            Episodes episodes,
            WhoseVisits whoseVisits,
            NeededVisits needed,
            Closures closures,
            Rooms rooms,
            ClinicTime time,
            Sql sql) {
        this.sessions = sessions;
        this.diaries = diaries;
        this.episodes = episodes;
        this.whoseVisits = whoseVisits;
        this.needed = needed;
        this.closures = closures;
        this.rooms = rooms;
        this.time = time;
        this.sql = sql;
    }

    /** What came of it; days on which the clinic is closed are left out of a series. */
    record Booked(List<SessionId> sessions, List<LocalDate> leftOut) {}

    Booked book(PatientId patient, VisitForm form, Instant now) {
        form.mustBePossible(time);
        var all = form.days();
        var closed = all.size() == 1 ? Set.<LocalDate>of() : closures.days(all.getFirst(), all.getLast());
        var days = all.stream().filter(day -> !closed.contains(day)).toList();
        if (days.isEmpty()) {
            throw new Refusal(
                    VisitRule.ALL_DAYS_CLOSED,
                    "It is closed on all %d.".formatted(all.size()),
                    List.of(new FieldError("/day", "another day of the week")));
        }
        var episode = whose(patient, days);
        var kind = episode.admittedOn(days.getFirst()) ? Seat.Kind.VISIT : Seat.Kind.AFTERCARE;
        hold(form);
        var wishes = days.stream().map(day -> form.wish(day, time)).toList();
        mustBePossible(episode, form, wishes);
        var plan = new VisitPlan(patient, episode.id(), kind, form.modality(), form.clinician(), form.room());
        var booked = sessions.book(plan, wishes.stream().map(Wish::when).toList(), now);
        return new Booked(booked, all.stream().filter(closed::contains).toList());
    }

    /** In the program on all of the days, or in aftercare, which asks for visits from a day after the last one on. */
    private Episode whose(PatientId patient, List<LocalDate> days) {
        var found = whoseVisits
                .on(patient, days.getFirst())
                .orElseThrow(() -> new Refusal(
                        EnrolledRule.NOT_ADMITTED,
                        "The patient is not in the program on %s.".formatted(days.getFirst()),
                        List.of(new FieldError("/day", "a day of the stay"))));
        episodes.hold(List.of(found.id()));
        var episode = episodes.find(found.id()).orElseThrow(); // as it is now that nobody changes it
        return needed.inAftercareOn(days.getFirst(), episode)
                ? episode
                : episodes.requireAdmitted(episode.id(), patient, days);
    }

    /**
     * Whoever books the same clinician or the same room at this moment waits, as whoever books for the same patient does, and then
     * sees what is booked here: two who wait for each other's hours in the middle would both be told to try again.
     */
    private void hold(VisitForm form) {
        boolean active = sql.one(
                        "select active from staff_member where clinic_id = platform.current_clinic() and id = ? for no key update",
                        row -> row.getBoolean(1),
                        form.clinician().value())
                .orElse(false);
        if (!active) {
            throw new Refusal(
                    StaffRule.ACTIVE_STAFF_ONLY,
                    "Not active on this clinic's staff: %s.".formatted(form.clinician()),
                    List.of(new FieldError("/clinician", "somebody who works here")));
        }
        var room = form.room();
        if (room != null) {
            sql.one(
                    "select 1 from room where clinic_id = platform.current_clinic() and id = ? for no key update",
                    row -> row.getInt(1),
                    room.value());
            rooms.hold(room, 1);
        }
    }

    /** Says of each day what stands in its way; whatever gets in between is refused by the database. */
    private void mustBePossible(Episode episode, VisitForm form, List<Wish> wishes) {
        var room = form.room();
        var diary = diaries.of(
                episode,
                List.of(form.clinician()),
                room == null ? List.of() : List.of(room),
                wishes.getFirst().when().day(),
                wishes.getLast().when().day());
        var errors = new ArrayList<FieldError>();
        var found = new ArrayList<Obstacle>();
        for (var wish : wishes) {
            var obstacle = diary.obstacle(wish);
            if (obstacle != null) {
                found.add(obstacle);
                errors.add(new FieldError(
                        obstacle.pointer(), "%s: %s".formatted(wish.when().day(), obstacle.why())));
            }
        }
        if (!found.isEmpty()) {
            throw new Refusal(
                    found.getFirst().rule(),
                    "%d of %d are not possible. GET …/free-times says what is.".formatted(found.size(), wishes.size()),
                    errors);
        }
    }
}
