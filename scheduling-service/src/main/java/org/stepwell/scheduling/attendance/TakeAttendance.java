package org.stepwell.scheduling.attendance;

import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.code.AttendanceStatus;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.contracts.scheduling.SchedulingFact.SessionClosed;
import org.stepwell.platform.event.Outbox;
import org.stepwell.platform.problem.Refusal;
import org.stepwell.scheduling.calendar.ClinicTime;
import org.stepwell.scheduling.fidelity.Weeks;
import org.stepwell.scheduling.session.GiveSeat;
import org.stepwell.scheduling.session.HeldSession;
import org.stepwell.scheduling.session.HoldSession;

/** Takes the attendance of a whole session at once, and corrects that of one patient. */
@Singleton
class TakeAttendance {

    private final HoldSession holdSession;
    private final GiveSeat giveSeat;
    private final Rosters rosters;
    private final Attendances attendances;
    private final Weeks weeks;
    private final ClinicTime time;
    private final Outbox outbox;

    TakeAttendance(
            HoldSession holdSession,
            GiveSeat giveSeat,
            Rosters rosters,
            Attendances attendances,
            Weeks weeks,
            ClinicTime time,
            Outbox outbox) {
        this.holdSession = holdSession;
        this.giveSeat = giveSeat;
        this.rosters = rosters;
        this.attendances = attendances;
        this.weeks = weeks;
        this.time = time;
        this.outbox = outbox;
    }

    List<Attendance> close(HeldSession session, List<AttendanceSheet.Said> said, StaffId by) {
        var now = time.now();
        if (now.isBefore(session.startsAt())) {
            throw new Refusal(
                    AttendanceRule.NOT_STARTED_YET,
                    "Session %s starts at %s. Close it afterwards.".formatted(session.id(), session.startsAt()));
        }
        var closed = holdSession.close(session.id(), now);
        var sheet = AttendanceSheet.of(session, rosters.of(session), said, now);
        var taken = sheet.lines().stream()
                .map(line -> Attendance.first(line, by, now))
                .toList();
        if (!taken.isEmpty()) {
            attendances.add(session.id(), taken);
            weeks.sessionChanged(session.id());
        }
        taken.forEach(one -> outbox.append(one.told(session)));
        outbox.append(new SessionClosed(session.id(), session.group(), sheet.attended(), sheet.absent(), now));
        outbox.append(closed);
        return taken;
    }

    /** Somebody was there for whom nobody had a seat, and it turned out when the session was closed. */
    Attendance found(
            HeldSession session,
            PatientId patient,
            EpisodeId episode,
            AttendanceStatus status,
            @Nullable Integer minutes,
            StaffId by) {
        if (session.scheduled()
                || !status.attended()
                || attendances.newest(session.id(), patient).isPresent()) {
            throw new Refusal(
                    AttendanceRule.FOUND_PRESENT,
                    "The session is not closed, or the patient has a seat in it, or was not there. Give them a seat, correct"
                            + " their attendance, or leave it.");
        }
        var now = time.now();
        giveSeat.afterwards(session, patient, episode);
        var presence = Presence.said(session, SeenSeat.of(patient, rosters.of(session)), status, minutes, now);
        var found = Attendance.first(new AttendanceSheet.Line(patient, episode, presence), by, now);
        attendances.add(session.id(), List.of(found));
        weeks.sessionChanged(session.id());
        outbox.append(found.told(session));
        return found;
    }

    Attendance correct(
            HeldSession session,
            Attendance newest,
            AttendanceStatus status,
            @Nullable Integer minutes,
            CorrectionReason reason,
            StaffId by) {
        var seat = SeenSeat.of(newest.patient(), rosters.of(session));
        var now = time.now();
        var presence = Presence.said(session, seat, status, minutes, now);
        var corrected = newest.corrected(presence, reason, by, now);
        attendances.add(session.id(), List.of(corrected));
        weeks.sessionChanged(session.id());
        outbox.append(corrected.told(session));
        return corrected;
    }
}
