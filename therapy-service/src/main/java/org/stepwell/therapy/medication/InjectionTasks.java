package org.stepwell.therapy.medication;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.stepwell.platform.access.Role;
import org.stepwell.platform.clinic.ClinicDirectory;
import org.stepwell.platform.task.TaskKind;
import org.stepwell.platform.task.Tasks;
import org.stepwell.therapy.medication.InjectionWindow.Stage;
import org.stepwell.therapy.roster.StaffMembers;

/** Whose work an injection is: whoever ordered it, as long as they work here, then the prescribers of the care team, and the supervisors. */
@Singleton
class InjectionTasks {

    private static final TaskKind OPEN = kind("injection-due", "An injection may be given from now on: give it.");
    private static final TaskKind CLOSING =
            kind("injection-closing", "The time for an injection is nearly over, and it was not given yet: give it.");
    private static final TaskKind MISSED =
            kind("injection-missed", "The time for an injection is over, and it was not given: see the patient.");

    private static final Map<Stage, TaskKind> KINDS =
            new EnumMap<>(Map.of(Stage.OPEN, OPEN, Stage.CLOSING, CLOSING, Stage.MISSED, MISSED));

    private final Tasks tasks;
    private final StaffMembers staff;
    private final ClinicDirectory clinics;

    InjectionTasks(Tasks tasks, StaffMembers staff, ClinicDirectory clinics) {
        this.tasks = tasks;
        this.staff = staff;
        this.clinics = clinics;
    }

    private static TaskKind kind(String code, String sentence) {
        return new TaskKind(
                code,
                sentence,
                List.of(Role.PRESCRIBER, Role.SUPERVISOR, Role.CLINIC_ADMIN),
                Duration.ofDays(1),
                false);
    }

    @Produces
    @Singleton
    static TaskKind open() {
        return OPEN;
    }

    @Produces
    @Singleton
    static TaskKind closing() {
        return CLOSING;
    }

    @Produces
    @Singleton
    static TaskKind missed() {
        return MISSED;
    }

    /** The window came to a stage: what was asked for before is asked for no more. */
    void tell(MedicationOrder order, Stage stage, InjectionWindow window, Instant now) {
        withdraw(order, now);
        var by = order.orderedBy();
        boolean here = !staff.workingHere(Set.of(by.value())).isEmpty();
        tasks.open(
                new Tasks.Cause(
                        Objects.requireNonNull(KINDS.get(stage)), order.id(), order.patient(), order.episode(), now),
                here ? by : null,
                endOf(stage == Stage.OPEN ? window.due() : window.closes()));
    }

    private Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(clinics.zone()).toInstant();
    }

    /** It was given. */
    void given(MedicationOrder order, Instant now) {
        KINDS.values().forEach(kind -> tasks.done(kind, order.id(), now));
    }

    /** It is not to be given any more, or not now. */
    void withdraw(MedicationOrder order, Instant now) {
        KINDS.values().forEach(kind -> tasks.withdraw(kind, order.id(), now));
    }
}
