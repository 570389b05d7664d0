package org.stepwell.scheduling.attendance;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.scheduling.session.HeldSession;
import org.stepwell.scheduling.session.Seats;
import org.stepwell.scheduling.telehealth.JoinLog;
import org.stepwell.scheduling.telehealth.Stays;

/** Everybody with a seat in a session, and how they were seen there. */
@Singleton
class Rosters {

    private final Seats seats;
    private final JoinLog joinLog;

    Rosters(Seats seats, JoinLog joinLog) {
        this.seats = seats;
        this.joinLog = joinLog;
    }

    List<SeenSeat> of(HeldSession session) {
        var stays = session.telehealth() ? joinLog.staysIn(session.id()) : Map.<PatientId, Stays>of();
        return seats.in(session.id()).stream()
                .map(seat -> new SeenSeat(seat, stays.getOrDefault(seat.patient(), Stays.NONE)))
                .toList();
    }
}
