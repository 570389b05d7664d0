package org.stepwell.enrollment;

import jakarta.inject.Singleton;
import org.stepwell.contracts.scheduling.SchedulingEvent;
import org.stepwell.contracts.scheduling.SchedulingFact.AttendanceRecorded;
import org.stepwell.contracts.scheduling.SchedulingFact.PlacementAnswered;
import org.stepwell.contracts.scheduling.SchedulingFact.SessionClosed;
import org.stepwell.contracts.scheduling.SchedulingFact.WeekMeasured;
import org.stepwell.contracts.scheduling.SchedulingState;
import org.stepwell.enrollment.episode.Episodes;
import org.stepwell.platform.event.Envelope;
import org.stepwell.platform.event.Listener;

/** What enrollment hears from scheduling. */
@Singleton
class SchedulingListener implements Listener<SchedulingEvent> {

    private final Episodes episodes;

    SchedulingListener(Episodes episodes) {
        this.episodes = episodes;
    }

    @Override
    public Class<SchedulingEvent> publisher() {
        return SchedulingEvent.class;
    }

    @Override
    public void on(SchedulingEvent event, Envelope envelope) {
        switch (event) {
            case PlacementAnswered answer -> episodes.placed(answer);
            case AttendanceRecorded _, SessionClosed _, WeekMeasured _ -> {}
            case SchedulingState _ -> {}
        }
    }
}
