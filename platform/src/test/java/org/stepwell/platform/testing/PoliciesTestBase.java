package org.stepwell.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
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
import org.stepwell.platform.access.Relation;
import org.stepwell.platform.access.Role;
import org.stepwell.platform.clinic.ClinicContext;
import org.stepwell.platform.clinic.ClinicDirectory;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.task.TaskKind;
import org.stepwell.platform.task.Tasks;

/**
 * The policies crossed with everybody over HTTP: each operation of the service is called about real records by each role in
 * each relation to them, at the records' clinic and at another. Then the database alone, beneath all policies. A service says
 * only which records there are.
 */
public abstract class PoliciesTestBase {

    private static final TaskKind CROSSING =
            new TaskKind("crossing", "See who may see this.", List.of(Role.INTAKE), Duration.ofDays(1), true);

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

    /** Makes the records, as the service's own tests make theirs. */
    protected abstract Records records();

    /** Which of the records belong to no clinic, such as meetings that anybody may go to. */
    protected Set<String> everybodys() {
        return Set.of();
    }

    /** The tables of the service, beside the platform's, whose rows belong to no clinic. */
    protected Set<String> tablesOfNoClinic() {
        return Set.of();
    }

    @Test
    void whoeverStandsToTheRecordAsThePolicySaysIsLetInAndNobodyElse() {
        var made = records();
        var records = made.with("task", taskAbout(made.patient()));
        var people = people(records);
        var outsiders = people.stream().map(Somebody::elsewhere).toList();
        var operations = Operations.running(everybodys());
        var crossed = new Crossed(operations, records, everybodys());
        for (var operation : operations.guarded()) {
            crossed.asksForToken(operation);
            people.stream()
                    .filter(somebody -> !somebody.stands(operation.policy()))
                    .forEach(somebody -> crossed.isKeptOut(somebody, operation));
            outsiders.forEach(somebody -> crossed.isKeptOut(somebody, operation));
        }
        // Only then what changes the records; what takes them away comes last.
        for (var verb : List.of("GET", "PUT", "POST", "DELETE")) {
            for (var operation : operations.guarded()) {
                people.stream()
                        .filter(somebody -> operation.verb().equals(verb) && somebody.stands(operation.policy()))
                        .forEach(somebody -> crossed.isLetIn(somebody, operation));
            }
        }
        assertThat(crossed.found()).isEmpty();
    }

    @Test
    void noIdLeadsFromOneRecordToAnother() {
        var others = records();
        var records = records();
        var operations = Operations.running(everybodys());
        var strays = new Strays(operations, records);
        for (var somebody : people(records)) {
            for (var operation : operations.guarded()) {
                if (somebody.stands(operation.policy())) {
                    strays.swaps(somebody, operation, others);
                    strays.names(somebody, operation);
                }
            }
        }
        assertThat(strays.found()).isEmpty();
    }

    /** Who names staff in a form could name themselves, so it is done by those who reach all records of the clinic anyway. */
    @Test
    void nobodyBringsARecordIntoTheirOwnReachOrOutOfIt() {
        var operations = Operations.running(everybodys());
        assertThat(operations.guarded())
                .filteredOn(operation -> operations.formNames(operation, "staff"::equals))
                .allSatisfy(operation -> assertThat(Role.values())
                        .allSatisfy(role -> assertThat(operation.policy().relationsOf(role))
                                .as("%s by %s", operation, role)
                                .isSubsetOf(Set.of(Relation.CLINIC))));
    }

    @Test
    void theDatabaseAloneKeepsClinicsApart() {
        records();
        var tables = new ClinicTables(sql);

        assertThat(at(Person.RIVERSIDE, tables::ofNoClinic)).containsExactlyInAnyOrderElementsOf(ofNoClinic());
        // The audit has rules of its own, for whoever links it; it is tried below like all others.
        assertThat(at(Person.RIVERSIDE, tables::notGuarded)).containsExactly("platform.audit");
        var full = at(Person.RIVERSIDE, () -> tables.withRowsOf(Person.RIVERSIDE));
        assertThat(full).contains("patient", "platform.audit");
        assertThat(at(Person.HARBOR, () -> tables.withRowsOf(Person.RIVERSIDE))).isEmpty();
        assertThat(at(Person.HARBOR, () -> tables.changed(Person.RIVERSIDE))).isEmpty();
        for (var table : at(Person.HARBOR, tables::writable)) {
            assertThat(at(Person.HARBOR, () -> tables.forgery(table, Person.RIVERSIDE)))
                    .as(table)
                    .contains("violates row-level security policy");
        }
    }

    private Set<String> ofNoClinic() {
        var tables = new HashSet<>(ClinicTables.OF_THE_PLATFORM);
        tables.addAll(tablesOfNoClinic());
        return tables;
    }

    /** Work about the patient that is given to a role. */
    private String taskAbout(PatientId patient) {
        var cause = new Tasks.Cause(CROSSING, patient, patient, null, Instant.now());
        return at(Person.RIVERSIDE, () -> {
            tasks.open(cause, null, Instant.now().plus(Duration.ofDays(1)));
            return sql.one(
                            "select id from platform.task where patient_id = ?",
                            row -> row.getString(1),
                            patient.value())
                    .orElseThrow();
        });
    }

    /** Everybody, once the service has heard how they stand to the patient. */
    private List<Somebody> people(Records records) {
        var helper = new StaffId(UUID.randomUUID());
        at(Person.HARBOR, () -> {
            clinics.changed(
                    new ClinicChanged(Person.HARBOR, "Harbor", "America/New_York", DayOfWeek.MONDAY, Instant.EPOCH));
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

    private static <T> T at(ClinicId clinic, Callable<T> work) {
        return ClinicContext.in(
                new ClinicContext.Work(clinic, "service:test", null),
                () -> QuarkusTransaction.requiringNew().call(work));
    }
}
