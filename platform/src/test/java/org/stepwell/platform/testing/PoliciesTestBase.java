package org.stepwell.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.access.Relation;
import org.stepwell.platform.access.Role;
import org.stepwell.platform.clinic.ClinicContext;
import org.stepwell.platform.clinic.ClinicDirectory;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.task.TaskKind;
import org.stepwell.platform.task.Tasks;
import org.stepwell.platform.testing.Operations.Operation;

/**
 * The policies crossed with everybody over HTTP: each operation of the service is called about real records by each role in
 * each relation to them, at the records' clinic and at another. A service says only which records there are.
 */
public abstract class PoliciesTestBase {

    private static final Set<Policy> MAY_BE_GIVEN_TO_SOMEBODY_ELSE =
            EnumSet.of(Policy.TASKS_WORKED, Policy.ACCOUNTS_GIVEN, Policy.EMERGENCY_DISCLOSED);

    private static final int UUID_LENGTH = 36;

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

    /**
     * Records of Riverside that are about one patient.
     *
     * @param facilitator who leads the session among them
     * @param ids of the others, by the name that paths and forms give them; {@code staff} is on the patient's care team and
     *     leads nothing
     */
    public record Records(PatientId patient, StaffId facilitator, Map<String, String> ids) {

        public Records {
            ids = new HashMap<>(ids);
            ids.put("patient", patient.toString());
        }

        Records with(String name, String id) {
            var more = new HashMap<>(ids);
            more.put(name, id);
            return new Records(patient, facilitator, more);
        }

        Map<String, String> unknown() {
            var others = new HashMap<>(ids);
            others.replaceAll(
                    (_, id) -> id.matches("[0-9a-f-]{36}") ? UUID.randomUUID().toString() : id);
            return others;
        }
    }

    private record Somebody(String as, Role role, Person person, Set<Relation> relations, String token) {

        Somebody(String as, Role role, Person person, Set<Relation> relations) {
            this(as, role, person, relations, person.token(Duration.ofMinutes(30)));
        }

        boolean isHere() {
            return relations.contains(Relation.CLINIC);
        }

        boolean stands(Policy policy) {
            return policy.relationsOf(role).stream().anyMatch(relations::contains);
        }

        Somebody elsewhere() {
            var claims = new HashMap<>(person.claims());
            claims.put("clinics", List.of(Person.HARBOR.toString()));
            return new Somebody(as + " of another clinic", role, new Person(as, person.roles(), claims), Set.of());
        }

        @Override
        public String toString() {
            return as + " (" + role.claim() + ")";
        }
    }

    /** Makes the records, as the service's own tests make theirs. */
    protected abstract Records records();

    /** Which of the records belong to no clinic, such as meetings that anybody may go to. */
    protected Set<String> everybodys() {
        return Set.of();
    }

    @Test
    void whoeverStandsToTheRecordAsThePolicySaysIsLetInAndNobodyElse() {
        var made = records();
        at(
                Person.HARBOR,
                () -> clinics.changed(new ClinicChanged(
                        Person.HARBOR, "Harbor", "America/New_York", DayOfWeek.MONDAY, Instant.EPOCH)));
        var records = made.with("task", taskAbout(made.patient()));
        var operations = Operations.running(everybodys());
        var crossed = new Crossed(operations, records, everybodys());
        var people = people(records);
        var outsiders = people.stream().map(Somebody::elsewhere).toList();
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
        assertThat(crossed.found).isEmpty();
    }

    private record Crossed(Operations operations, Records records, Set<String> secrets, List<String> found) {

        Crossed(Operations operations, Records records, Set<String> everybodys) {
            this(operations, records, new HashSet<>(), new ArrayList<>());
            records.ids().forEach((name, id) -> {
                if (id.length() == UUID_LENGTH && !everybodys.contains(name)) {
                    secrets.add(id);
                }
            });
        }

        void asksForToken(Operation operation) {
            int status = operations.call(null, operation, records.ids()).statusCode();
            if (status != 401) {
                found.add("%s without a token: %d".formatted(operation, status));
            }
        }

        void isKeptOut(Somebody somebody, Operation operation) {
            var answer = call(somebody, operation, records.ids());
            int status = answer.statusCode();
            if (operation.policy().relationsOf(somebody.role()).isEmpty()) {
                expect(status == 403, somebody, operation, answer);
            } else if (somebody.role().staff() && somebody.isHere() && operation.namesRecord()) {
                expect(status == 403, somebody, operation, answer);
            } else if (operation.namesRecord()) {
                // Whoever brings an id of their own making may put something there, at their own clinic.
                expect(
                        status == 404
                                || (status == 201 && operation.verb().equals("PUT"))
                                || !operation.path().contains("{"),
                        somebody,
                        operation,
                        answer);
                var unknown = call(somebody, operation, records.unknown());
                expect(sameWords(answer, unknown), somebody, operation, unknown);
            } else {
                expect(status < 500 && status != 401, somebody, operation, answer);
            }
            expect(
                    !operation.reads() || status != 200 || secrets.stream().noneMatch(answer.body()::contains),
                    somebody,
                    operation,
                    answer);
        }

        void isLetIn(Somebody somebody, Operation operation) {
            var answer = call(somebody, operation, records.ids());
            int status = answer.statusCode();
            boolean kept = status == 403 && answer.body().contains("/problems/not-allowed");
            if (kept && MAY_BE_GIVEN_TO_SOMEBODY_ELSE.contains(operation.policy())) {
                return;
            }
            boolean understood = status != 401 && status < 500 && !answer.body().contains("/problems/unreadable-body");
            expect(
                    operation.reads() ? status == 200 : !kept && (understood || waitsForTheRegister(answer)),
                    somebody,
                    operation,
                    answer);
        }

        private static boolean waitsForTheRegister(HttpResponse<String> answer) {
            return answer.body().contains("/problems/consent-not-known");
        }

        private HttpResponse<String> call(Somebody somebody, Operation operation, Map<String, String> ids) {
            return operations.call(somebody.token(), operation, ids);
        }

        private void expect(boolean so, Somebody somebody, Operation operation, HttpResponse<String> answer) {
            if (!so) {
                found.add("%s, %s: %d %s".formatted(operation, somebody, answer.statusCode(), answer.body()));
            }
        }

        /** A record of others is told from none by nothing but the ids that the caller brought. */
        private static boolean sameWords(HttpResponse<String> one, HttpResponse<String> other) {
            return one.statusCode() == other.statusCode()
                    && withoutIds(one).equals(withoutIds(other))
                    && one.headers().firstValue("ETag").equals(other.headers().firstValue("ETag"));
        }

        private static String withoutIds(HttpResponse<String> answer) {
            return answer.body().replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}|[0-9a-f]{32}", "*");
        }
    }

    /** Work about the patient that is given to a role. */
    private String taskAbout(PatientId patient) {
        var cause = new Tasks.Cause(CROSSING, patient, patient, null, Instant.now());
        at(Person.RIVERSIDE, () -> tasks.open(cause, null, Instant.now().plus(Duration.ofDays(1))));
        return at(
                        Person.RIVERSIDE,
                        () -> sql.one(
                                "select id from platform.task where patient_id = ?",
                                row -> row.getString(1),
                                patient.value()))
                .orElseThrow();
    }

    private List<Somebody> people(Records records) {
        var people = new ArrayList<Somebody>();
        for (var role : Role.values()) {
            if (role == Role.PATIENT || role == Role.SUPPORT_PERSON) {
                people.add(somebody(
                        "another", role, person(role, UUID.randomUUID()).who(new PatientId(UUID.randomUUID()))));
            } else {
                people.add(somebody("a stranger", role, staff(role, new StaffId(UUID.randomUUID()))));
            }
        }
        people.add(somebody(
                "the patient",
                Role.PATIENT,
                person(Role.PATIENT, UUID.randomUUID()).who(records.patient()),
                Relation.OWN));
        var team = StaffId.fromString(
                records.ids().getOrDefault("staff", UUID.randomUUID().toString()));
        var helper = new StaffId(UUID.randomUUID());
        at(
                Person.RIVERSIDE,
                () -> careTeams.changed(new CareTeamChanged(
                        records.patient(),
                        new EpisodeId(UUID.randomUUID()),
                        List.of(new CareTeamChanged.Member(team, CareTeamChanged.Role.CLINICIAN)),
                        Instant.EPOCH)));
        at(
                Person.RIVERSIDE,
                () -> brokenGlass.opened(new BreakGlassOpened(
                        records.patient(),
                        new BreakGlassId(UUID.randomUUID()),
                        helper,
                        Instant.now(),
                        Instant.now().plus(Duration.ofHours(1)))));
        for (var role : List.of(Role.CLINICIAN, Role.PRESCRIBER)) {
            people.add(somebody("of the care team", role, staff(role, team), Relation.CARE_TEAM));
            people.add(somebody("the facilitator", role, staff(role, records.facilitator()), Relation.FACILITATES));
            people.add(somebody("who broke the glass", role, staff(role, helper), Relation.BREAK_GLASS));
        }
        return people;
    }

    private static Somebody somebody(String as, Role role, Person person, Relation... relations) {
        var all = EnumSet.of(Relation.CLINIC, relations);
        return new Somebody(as, role, person, all);
    }

    private static Person staff(Role role, StaffId staff) {
        return person(role, staff.value()).who(staff);
    }

    private static Person person(Role role, UUID name) {
        return new Person(
                        role.claim() + "-" + name,
                        Set.of(role.claim()),
                        Map.of("clinics", List.of(Person.RIVERSIDE.toString())))
                .with("acr", "2");
    }

    private static void at(ClinicId clinic, Runnable work) {
        at(clinic, () -> {
            work.run();
            return work;
        });
    }

    private static <T> T at(ClinicId clinic, Callable<T> work) {
        return ClinicContext.in(
                new ClinicContext.Work(clinic, "service:test", null),
                () -> QuarkusTransaction.requiringNew().call(work));
    }
}
