package org.stepwell.scheduling.attendance;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.code.AttendanceStatus;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.contracts.scheduling.SchedulingFact.AttendanceRecorded;
import org.stepwell.scheduling.session.HeldSession;

/** One version of how a patient was in a session. Versions are only added. */
record Attendance(
        PatientId patient,
        EpisodeId episode,
        int version,
        AttendanceStatus status,
        int minutes,
        @Nullable CorrectionReason reason,
        StaffId recordedBy,
        Instant recordedAt) {

    /** The first version, from the sheet of a closed session. */
    static Attendance first(AttendanceSheet.Line line, StaffId by, Instant now) {
        return new Attendance(
                line.patient(),
                line.episode(),
                1,
                line.presence().status(),
                line.presence().minutes(),
                null,
                by,
                now);
    }

    /** The next version beside this one. */
    Attendance corrected(Presence presence, CorrectionReason why, StaffId by, Instant now) {
        return new Attendance(patient, episode, version + 1, presence.status(), presence.minutes(), why, by, now);
    }

    AttendanceRecorded told(HeldSession session) {
        return new AttendanceRecorded(
                patient,
                episode,
                session.id(),
                version,
                session.modality(),
                session.inGroup(),
                session.day(),
                session.startsAt(),
                session.endsAt(),
                minutes,
                status,
                session.facilitators(),
                recordedAt);
    }
}
