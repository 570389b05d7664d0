package org.stepwell.scheduling.session;

import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.SessionId;
import org.stepwell.platform.problem.Refusal;
import org.stepwell.scheduling.availability.Availabilities;
import org.stepwell.scheduling.availability.GroupsTake;
import org.stepwell.scheduling.calendar.ClinicTime;
import org.stepwell.scheduling.enrolled.Episodes;
import org.stepwell.scheduling.fidelity.Weeks;

/** Gives a patient a seat besides those of their groups. */
@Singleton
public class GiveSeat {

    private final GuestSeats seats;
    private final MissedSessions missed;
    private final Availabilities availabilities;
    private final Episodes episodes;
    private final GroupsTake groupsTake;
    private final Weeks weeks;
    private final ClinicTime time;

    GiveSeat(
            GuestSeats seats,
            MissedSessions missed,
            Availabilities availabilities,
            Episodes episodes,
            GroupsTake groupsTake,
            Weeks weeks,
            ClinicTime time) {
        this.seats = seats;
        this.missed = missed;
        this.availabilities = availabilities;
        this.episodes = episodes;
        this.groupsTake = groupsTake;
        this.weeks = weeks;
        this.time = time;
    }

    /** A seat in a session to come; {@code instead} is the session it makes up for, where there is one. */
    public void give(HeldSession session, PatientId patient, EpisodeId episode, @Nullable SessionId instead) {
        if (!session.scheduled()) {
            throw new Refusal(
                    SessionRule.SESSION_IS_OVER,
                    "Session %s takes no more seats. Choose another one.".formatted(session.id()));
        }
        episodes.requireAdmitted(episode, patient, session.day());
        availabilities.requireAvailable(
                patient,
                new Availabilities.Hours(
                        session.day(), time.hourOf(session.startsAt()), time.hourOf(session.endsAt())));
        if (!groupsTake.takes(session.id(), episode)) {
            throw new Refusal(
                    SessionRule.SESSION_TAKES_OTHERS, "Its group is for others. Choose a session of another group.");
        }
        if (instead != null) {
            missed.require(episode, instead);
        }
        seats.makeUp(session, patient, episode, instead);
        weeks.sessionChanged(session.id());
    }

    /** A seat in a session that is closed, for somebody who was there without one. */
    public void afterwards(HeldSession session, PatientId patient, EpisodeId episode) {
        episodes.requireAdmitted(episode, patient, session.day());
        seats.afterwards(session.id(), patient, episode);
    }
}
