package org.stepwell.platform.testing;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.stepwell.contracts.enrollment.EnrollmentFact.BreakGlassOpened;
import org.stepwell.contracts.enrollment.EnrollmentState.CareTeamChanged;
import org.stepwell.contracts.enrollment.EnrollmentState.ClinicChanged;
import org.stepwell.contracts.id.BreakGlassId;
import org.stepwell.contracts.id.ClinicId;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.platform.access.BrokenGlass;
import org.stepwell.platform.access.CareTeams;
import org.stepwell.platform.access.Role;
import org.stepwell.platform.clinic.ClinicContext;
import org.stepwell.platform.clinic.ClinicDirectory;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.platform.task.TaskKind;
import org.stepwell.platform.task.Tasks;

/** A test that calls the operations of a service about real records, as people who stand to them in every way. */
public abstract class RecordsTestBase {

    private static final TaskKind CROSSING = new TaskKind(
            "crossing", "See who may see this.", List.of(Role.INTAKE, Role.SUPERVISOR), Duration.ofDays(1), true);

    @Inject
    CareTeams careTeams;

    @Inject
    BrokenGlass brokenGlass;

    @Inject
    ClinicDirectory clinics;

    @Inject
    Tasks tasks;

    @Inject
    Sql sql;

    @Inject
    Clock clock;

    /** Makes the records, as the service's own tests make theirs. */
    protected abstract Records records();

    /** Which of the records belong to no clinic, such as meetings that anybody may go to. */
    protected Set<String> everybodys() {
        return Set.of();
    }

    /** The records, and a task about their patient. */
    final Records recordsWithTask() {
        var before = Uuid7.next();
        var made = records();
        return made.with("task", taskAbout(made.patient())).madeAfter(before);
    }

    /** Work about the patient that is given to a role. */
    private String taskAbout(PatientId patient) {
        var now = clock.instant(); // which tests may have moved: what is due waits all the same
        var cause = new Tasks.Cause(CROSSING, patient, patient, null, now);
        return at(Person.RIVERSIDE, () -> {
            tasks.open(cause, null, now.plus(Duration.ofDays(1)));
            return sql.one(
                            "select id from platform.task where patient_id = ? and kind = 'crossing'",
                            row -> row.getString(1),
                            patient.value())
                    .orElseThrow();
        });
    }

    /** Everybody, once the service has heard how they stand to the patient. */
    final List<Somebody> people(Records records) {
        var helper = new StaffId(UUID.randomUUID());
        at(Person.HARBOR, () -> {
            clinics.changed(new ClinicChanged(
                    Person.HARBOR, "Harbor", "America/New_York", DayOfWeek.MONDAY, null, Instant.EPOCH));
            return helper;
        });
        at(Person.RIVERSIDE, () -> {
            careTeams.changed(new CareTeamChanged(
                    records.patient(),
                    new EpisodeId(UUID.randomUUID()),
                    List.of(new CareTeamChanged.Member(records.colleague(), CareTeamChanged.Role.CLINICIAN)),
                    Instant.EPOCH));
            brokenGlass.opened(new BreakGlassOpened(
                    records.patient(),
                    new BreakGlassId(UUID.randomUUID()),
                    helper,
                    Instant.now(),
                    Instant.now().plus(Duration.ofHours(1))));
            return helper;
        });
        return Somebody.all(records, helper);
    }

    /** As of now nobody of those who are called upon here treats this patient. */
    final void isTreatedByOthers(PatientId patient) {
        var nobodyHere = new CareTeamChanged.Member(new StaffId(UUID.randomUUID()), CareTeamChanged.Role.CLINICIAN);
        at(Person.RIVERSIDE, () -> {
            careTeams.changed(
                    new CareTeamChanged(patient, new EpisodeId(UUID.randomUUID()), List.of(nobodyHere), Instant.EPOCH));
            return patient;
        });
    }

    static <T> T at(ClinicId clinic, Callable<T> work) {
        return ClinicContext.in(
                new ClinicContext.Work(clinic, "service:test", null),
                () -> QuarkusTransaction.requiringNew().call(work));
    }
}
