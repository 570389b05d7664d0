package org.stepwell.therapy.roster;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.platform.task.Tasks;

/** Gives work about a patient to their primary clinician; where there is none, or they left, to the first role of its ladder. */
@Singleton
public class FirstClinician {

    private final Patients patients;
    private final Tasks tasks;

    FirstClinician(Patients patients, Tasks tasks) {
        this.patients = patients;
        this.tasks = tasks;
    }

    /** There is something to do. */
    public void open(Tasks.Cause cause, Instant dueAt) {
        tasks.open(cause, of(cause), dueAt);
    }

    /** There is more to do than whoever took it knows. */
    public void openAnew(Tasks.Cause cause, Instant dueAt) {
        tasks.openAnew(cause, of(cause), dueAt);
    }

    private @Nullable StaffId of(Tasks.Cause cause) {
        return patients.primaryClinician(Objects.requireNonNull(cause.patient()))
                .orElse(null);
    }
}
