package org.stepwell.scheduling.attendance;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.code.AttendanceStatus;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.problem.Refusal;
import org.stepwell.scheduling.session.HeldSession;

/** The attendance of a session that is closed: everybody on the roster, named by the facilitator or seen coming. */
record AttendanceSheet(HeldSession session, List<Line> lines) {

    /** Somebody on the roster, and how they were there. */
    record Line(PatientId patient, EpisodeId episode, Presence presence) {}

    /** What the facilitator says of somebody. */
    record Said(
            PatientId patient,
            AttendanceStatus status,
            @Nullable Integer minutes) {}

    static AttendanceSheet of(HeldSession session, List<SeenSeat> roster, List<Said> presences, Instant now) {
        var said = byPatient(presences);
        var lines = new ArrayList<Line>();
        for (var seat : roster) {
            var word = said.remove(seat.patient());
            var presence = word == null
                    ? Presence.unsaid(session, seat, now)
                    : Presence.said(session, seat, word.status(), word.minutes(), now);
            lines.add(new Line(seat.patient(), seat.episode(), presence));
        }
        if (!said.isEmpty()) {
            throw new Refusal(
                    AttendanceRule.NOT_ON_ROSTER,
                    "Not on the roster of session %s: %s. Give them a make-up seat first, or leave them out."
                            .formatted(session.id(), said.keySet()));
        }
        return new AttendanceSheet(session, List.copyOf(lines));
    }

    int attended() {
        return Math.toIntExact(lines.stream()
                .filter(line -> line.presence().status().attended())
                .count());
    }

    int absent() {
        return lines.size() - attended();
    }

    private static Map<PatientId, Said> byPatient(List<Said> presences) {
        var said = new HashMap<PatientId, Said>();
        for (var one : presences) {
            if (said.put(one.patient(), one) != null) {
                throw new Refusal(AttendanceRule.NAMED_ONCE, "Patient %s is named twice.".formatted(one.patient()));
            }
        }
        return said;
    }
}
