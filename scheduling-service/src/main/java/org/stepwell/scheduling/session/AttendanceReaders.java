package org.stepwell.scheduling.session;

import jakarta.inject.Singleton;
import java.util.Collection;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.platform.access.Caller;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.access.Relation;

/**
 * Who sees on a roster how people were there: those who lead the session, supervisors and coordinators; and who sees when
 * somebody is there alone: the staff who see lists of patients.
 */
@Singleton
class AttendanceReaders {

    private final Caller caller;

    AttendanceReaders(Caller caller) {
        this.caller = caller;
    }

    /** True where the caller sees the visits of the clinic; patients see their own in their week. */
    boolean callerSeesVisits() {
        return caller.identity().roles().stream()
                .anyMatch(role -> !Policy.CASELOAD_READS.relationsOf(role).isEmpty());
    }

    /** True where the caller may take the attendance of a session with these leaders, or seats people in sessions. */
    boolean includeCaller(Collection<StaffId> facilitators) {
        var who = caller.identity();
        boolean leads = who.staff() != null && facilitators.contains(who.staff());
        return who.roles().stream().anyMatch(role -> {
            var attendance = Policy.FACILITATORS_LEAD.relationsOf(role);
            return attendance.contains(Relation.CLINIC)
                    || (leads && attendance.contains(Relation.FACILITATES))
                    || Policy.COORDINATORS_SEAT.relationsOf(role).contains(Relation.CLINIC);
        });
    }
}
