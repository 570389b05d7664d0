package org.stepwell.enrollment;

import jakarta.inject.Singleton;
import org.stepwell.contracts.scheduling.SchedulingEvent;
import org.stepwell.contracts.scheduling.SchedulingFact.AttendanceRecorded;
import org.stepwell.contracts.scheduling.SchedulingFact.PlacementAnswered;
import org.stepwell.contracts.scheduling.SchedulingFact.SessionClosed;
import org.stepwell.contracts.scheduling.SchedulingFact.WeekMeasured;
import org.stepwell.contracts.scheduling.SchedulingState.AvailabilityChanged;
import org.stepwell.contracts.scheduling.SchedulingState.ClosureChanged;
import org.stepwell.contracts.scheduling.SchedulingState.PlacesChanged;
import org.stepwell.contracts.scheduling.SchedulingState.SessionChanged;
import org.stepwell.contracts.scheduling.SchedulingState.StaffChanged;
import org.stepwell.enrollment.account.LeavingStaff;
import org.stepwell.enrollment.coverage.Attended;
import org.stepwell.enrollment.episode.CameAfterAll;
import org.stepwell.enrollment.episode.Episodes;
import org.stepwell.enrollment.staff.Staff;
import org.stepwell.enrollment.waiting.Places;
import org.stepwell.platform.event.Envelope;
import org.stepwell.platform.event.Listener;

/** What enrollment hears from scheduling. */
@Singleton
class SchedulingListener implements Listener<SchedulingEvent> {

    private final Episodes episodes;
    private final Places places;
    private final Staff staff;
    private final LeavingStaff leavingStaff;
    private final Attended attended;
    private final CameAfterAll cameAfterAll;

    SchedulingListener(
            Episodes episodes,
            Places places,
            Staff staff,
            LeavingStaff leavingStaff,
            Attended attended,
            CameAfterAll cameAfterAll) {
        this.episodes = episodes;
        this.places = places;
        this.staff = staff;
        this.leavingStaff = leavingStaff;
        this.attended = attended;
        this.cameAfterAll = cameAfterAll;
    }

    @Override
    public Class<SchedulingEvent> publisher() {
        return SchedulingEvent.class;
    }

    @Override
    public void on(SchedulingEvent event, Envelope envelope) {
        switch (event) {
            case PlacementAnswered answer -> episodes.placed(answer);
            case AttendanceRecorded attendance -> {
                attended.recorded(attendance);
                cameAfterAll.recorded(attendance);
            }
            case SessionClosed _, WeekMeasured _, ClosureChanged _ -> {}
            case StaffChanged member -> {
                staff.changed(member);
                leavingStaff.changed(member);
            }
            case PlacesChanged free -> places.changed(free);
            case SessionChanged _, AvailabilityChanged _ -> {}
        }
    }
}
