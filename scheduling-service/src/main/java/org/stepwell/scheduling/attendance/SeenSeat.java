package org.stepwell.scheduling.attendance;

import java.util.List;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.problem.Refusal;
import org.stepwell.scheduling.session.Seat;
import org.stepwell.scheduling.telehealth.Stays;

/** A seat, and all by which somebody was seen in it: at the door, or in the meeting. */
record SeenSeat(Seat seat, Stays stays) {

    PatientId patient() {
        return seat.patient();
    }

    EpisodeId episode() {
        return seat.episode();
    }

    /** The seat of somebody on a roster. */
    static SeenSeat of(PatientId patient, List<SeenSeat> roster) {
        return roster.stream()
                .filter(seat -> seat.patient().equals(patient))
                .findFirst()
                .orElseThrow(() -> new Refusal(
                        AttendanceRule.NOT_ON_ROSTER, "Patient %s has no seat in this session.".formatted(patient)));
    }
}
