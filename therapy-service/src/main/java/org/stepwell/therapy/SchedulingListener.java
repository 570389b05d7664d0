package org.stepwell.therapy;

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
import org.stepwell.platform.event.Envelope;
import org.stepwell.platform.event.Listener;
import org.stepwell.therapy.note.NotesDue;
import org.stepwell.therapy.outreach.Outreach;
import org.stepwell.therapy.roster.Attendances;
import org.stepwell.therapy.roster.ClosedDays;
import org.stepwell.therapy.roster.Patients;
import org.stepwell.therapy.roster.Sessions;
import org.stepwell.therapy.roster.StaffMembers;

/** Hears who works here, which sessions there are, and who was there. */
@Singleton
class SchedulingListener implements Listener<SchedulingEvent> {

    private final StaffMembers staff;
    private final Sessions sessions;
    private final Patients patients;
    private final Attendances attendances;
    private final NotesDue notesDue;
    private final Outreach outreach;
    private final ClosedDays closed;

    SchedulingListener(
            StaffMembers staff,
            Sessions sessions,
            Patients patients,
            Attendances attendances,
            NotesDue notesDue,
            Outreach outreach,
            ClosedDays closed) {
        this.staff = staff;
        this.sessions = sessions;
        this.patients = patients;
        this.attendances = attendances;
        this.notesDue = notesDue;
        this.outreach = outreach;
        this.closed = closed;
    }

    @Override
    public Class<SchedulingEvent> publisher() {
        return SchedulingEvent.class;
    }

    @Override
    public void on(SchedulingEvent event, Envelope envelope) {
        switch (event) {
            case StaffChanged member -> staff.changed(member);
            case ClosureChanged closure -> closed.changed(closure);
            case SessionChanged session -> {
                sessions.changed(session);
                notesDue.moved(session.session(), session.at());
            }
            case AttendanceRecorded attendance -> {
                patients.mentioned(attendance.patient());
                if (attendances.recorded(attendance)) {
                    notesDue.recorded(attendance);
                    outreach.changed(attendance.episode());
                }
            }
            case PlacesChanged _, PlacementAnswered _, SessionClosed _, WeekMeasured _, AvailabilityChanged _ -> {}
        }
    }
}
