package org.stepwell.aftercare;

import jakarta.inject.Singleton;
import org.stepwell.aftercare.meeting.BusyTimes;
import org.stepwell.aftercare.patient.Patients;
import org.stepwell.aftercare.weeklytherapy.TherapyWeeks;
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
import org.stepwell.platform.event.Envelope;
import org.stepwell.platform.event.Listener;

/** Hears scheduling: who was in therapy on which day, and when patients can not come. */
@Singleton
class SchedulingListener implements Listener<SchedulingEvent> {

    private final Patients patients;
    private final TherapyWeeks therapy;
    private final BusyTimes busyTimes;

    SchedulingListener(Patients patients, TherapyWeeks therapy, BusyTimes busyTimes) {
        this.patients = patients;
        this.therapy = therapy;
        this.busyTimes = busyTimes;
    }

    @Override
    public Class<SchedulingEvent> publisher() {
        return SchedulingEvent.class;
    }

    @Override
    public void on(SchedulingEvent event, Envelope envelope) {
        switch (event) {
            case AttendanceRecorded attendance -> {
                patients.mentioned(attendance.patient());
                therapy.attended(attendance);
            }
            case AvailabilityChanged availability -> {
                patients.mentioned(availability.patient());
                busyTimes.changed(availability);
            }
            case PlacementAnswered _, SessionClosed _, WeekMeasured _ -> {}
            case StaffChanged _, ClosureChanged _, SessionChanged _, PlacesChanged _ -> {}
        }
    }
}
