package org.stepwell.enrollment.rights;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.stepwell.platform.access.Role;
import org.stepwell.platform.clinic.ClinicDirectory;
import org.stepwell.platform.task.TaskKind;
import org.stepwell.platform.task.Tasks;

/** Each request is work for the privacy officer, with the day by which it is answered. */
@Singleton
class RightsTasks {

    private static final TaskKind ANSWER = new TaskKind(
            "rights-request",
            "A patient asked for something about their record, or complained: answer by the day it is due.",
            List.of(Role.PRIVACY_OFFICER, Role.CLINIC_ADMIN),
            Duration.ofDays(2),
            false);

    private final Tasks tasks;
    private final ClinicDirectory clinics;

    RightsTasks(Tasks tasks, ClinicDirectory clinics) {
        this.tasks = tasks;
        this.clinics = clinics;
    }

    @Produces
    @Singleton
    static TaskKind answer() {
        return ANSWER;
    }

    void asked(RightsRequest request, Instant now) {
        var endOfDay = request.dueOn().plusDays(1).atStartOfDay(clinics.zone()).toInstant();
        tasks.open(new Tasks.Cause(ANSWER, request.id(), request.patient(), null, now), null, endOfDay);
    }

    /** It has another day from now on. */
    void putOff(RightsRequest request, Instant now) {
        tasks.withdraw(ANSWER, request.id(), now);
        asked(request, now);
    }

    void answered(RightsRequest request, Instant now) {
        tasks.done(ANSWER, request.id(), now);
    }

    void withdrawn(RightsRequest request, Instant now) {
        tasks.withdraw(ANSWER, request.id(), now);
    }
}
