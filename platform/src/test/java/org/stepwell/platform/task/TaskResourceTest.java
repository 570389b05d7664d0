package org.stepwell.platform.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.stepwell.contracts.enrollment.EnrollmentState.CareTeamChanged;
import org.stepwell.contracts.id.ClinicId;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.NoteId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.platform.access.Reach;
import org.stepwell.platform.access.Role;
import org.stepwell.platform.clinic.ClinicContext;
import org.stepwell.platform.testing.Broker;
import org.stepwell.platform.testing.MovedClock;
import org.stepwell.platform.testing.Person;
import org.stepwell.platform.testing.StepwellTestResource;

@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class TaskResourceTest {

    private static final String TASKS = "/api/probe/v1/tasks";
    private static final TaskKind WATER = new TaskKind(
            "water-plants",
            "Water the plants.",
            List.of(Role.CLINICIAN, Role.SUPERVISOR, Role.CLINIC_ADMIN),
            Duration.ofHours(1),
            true);
    private static final TaskKind WATCH =
            new TaskKind("watch-plants", "See that they grow.", List.of(Role.INTAKE), Duration.ofHours(1), false);

    @Inject
    Tasks tasks;

    @Inject
    Clock clock;

    private final NoteId subject = new NoteId(UUID.randomUUID());
    private final PatientId maya = new PatientId(UUID.randomUUID());
    private final StaffId carl = new StaffId(UUID.randomUUID());

    @Singleton
    static class Kinds {
        @Produces
        @Singleton
        TaskKind water() {
            return WATER;
        }

        @Produces
        @Singleton
        TaskKind watch() {
            return WATCH;
        }
    }

    @AfterEach
    void theClockGoesBack() {
        MovedClock.to(Instant.now());
    }

    @Test
    void theSameCauseMakesOneTaskAndALaterOneOpensItAnew() {
        var now = clock.instant();
        open(WATER, maya, null, now);
        open(WATER, maya, null, now.plusSeconds(1));
        var first = ofMaya(supervisor()).body("items", hasSize(1)).extract().<String>path("items[0].id");

        inRiverside(() -> tasks.done(WATER, subject, now.plusSeconds(2)));
        open(WATER, maya, null, now.plusSeconds(1));
        ofMaya(supervisor()).body("items", empty());

        open(WATER, maya, null, now.plusSeconds(3));
        ofMaya(supervisor()).body("items.id", contains(first)).body("items.status", contains("OPEN"));
    }

    @Test
    void whatComesAgainIsOpenAgainForWhoeverTookItAndGoesOnWhereNobodyDid() {
        var now = clock.instant();
        open(WATER, maya, null, now);
        MovedClock.to(now.plus(Duration.ofMinutes(61)));
        openAnew(now.plus(Duration.ofMinutes(61)));
        var task = ofMaya(supervisor())
                .body("items", hasSize(1))
                .body("items[0].roles", contains("CLINICIAN", "SUPERVISOR"))
                .extract()
                .<String>path("items[0].id");
        supervisor().asks().post(TASKS + "/" + task + "/acknowledgement").then().statusCode(200);

        openAnew(now.plus(Duration.ofMinutes(62)));

        ofMaya(supervisor())
                .body("items.id", contains(task))
                .body("items.status", contains("OPEN"))
                .body("items[0].roles", contains("CLINICIAN"));
        MovedClock.to(now.plus(Duration.ofMinutes(123)));
        ofMaya(supervisor()).body("items[0].roles", contains("CLINICIAN", "SUPERVISOR"));
    }

    private void openAnew(Instant at) {
        inRiverside(() -> tasks.openAnew(new Tasks.Cause(WATER, subject, maya, null, at), null, at.plusSeconds(3_600)));
    }

    @Test
    void untilSomebodyTakesItItGoesFromRoleToRoleOneStepAtATime() {
        var now = clock.instant();
        open(WATER, maya, null, now);
        ofMaya(supervisor()).body("items[0].roles", contains("CLINICIAN"));

        MovedClock.to(now.plus(Duration.ofMinutes(61)));
        ofMaya(supervisor()).body("items[0].roles", contains("CLINICIAN", "SUPERVISOR"));
        MovedClock.to(now.plus(Duration.ofDays(30)));
        ofMaya(supervisor()).body("items[0].roles", contains("CLINICIAN", "SUPERVISOR", "CLINIC_ADMIN"));
    }

    @Test
    void whatSomebodyTookGoesToNobodyElse() {
        var now = clock.instant();
        open(WATER, maya, null, now);
        var task = ofMaya(supervisor()).extract().<String>path("items[0].id");
        var read = supervisor().asks().get(TASKS + "/" + task);
        read.then().statusCode(200).header("ETag", "\"0\"").body("text", equalTo("Water the plants."));

        supervisor()
                .asks()
                .header("If-Match", "\"7\"")
                .post(TASKS + "/" + task + "/acknowledgement")
                .then()
                .statusCode(412);
        supervisor()
                .asks()
                .header("If-Match", "\"0\"")
                .post(TASKS + "/" + task + "/acknowledgement")
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("status", equalTo("ACKNOWLEDGED"));
        MovedClock.to(now.plus(Duration.ofDays(1)));
        ofMaya(supervisor()).body("items[0].roles", contains("CLINICIAN"));
        supervisor()
                .asks()
                .post(TASKS + "/" + task + "/acknowledgement")
                .then()
                .statusCode(409)
                .body("type", endsWith("/task-goes-forward"));
        supervisor()
                .asks()
                .post(TASKS + "/" + task + "/completion")
                .then()
                .statusCode(200)
                .body("status", equalTo("DONE"));
        ofMaya(supervisor()).body("items", empty());
    }

    @Test
    void whoeverReadItBeforeItWentUpItsLadderCanStillTakeItAndNobodyAfterThem() {
        var now = clock.instant();
        open(WATER, maya, null, now);
        var task = TASKS + "/" + ofMaya(supervisor()).extract().<String>path("items[0].id");
        var read = supervisor().asks().get(task).header("ETag");
        MovedClock.to(now.plus(Duration.ofMinutes(61)));
        var asShownNow = supervisor()
                .asks()
                .header("If-None-Match", read)
                .get(task)
                .then()
                .statusCode(200)
                .body("roles", contains("CLINICIAN", "SUPERVISOR"))
                .extract()
                .header("ETag");
        MovedClock.to(now.plus(Duration.ofMinutes(121)));

        supervisor()
                .asks()
                .header("If-Match", read)
                .post(task + "/acknowledgement")
                .then()
                .statusCode(200)
                .body("status", equalTo("ACKNOWLEDGED"))
                .body("roles", contains("CLINICIAN", "SUPERVISOR", "CLINIC_ADMIN"));

        for (var stale : List.of(read, asShownNow)) {
            supervisor()
                    .asks()
                    .header("If-Match", stale)
                    .post(task + "/acknowledgement")
                    .then()
                    .statusCode(412);
        }
    }

    @Test
    void whatWatchesOverWorkEndsWithIt() {
        open(WATCH, maya, null, clock.instant());
        var intake = Person.at("intake");
        var task = ofMaya(intake).extract().<String>path("items[0].id");

        intake.asks()
                .post(TASKS + "/" + task + "/completion")
                .then()
                .statusCode(409)
                .body("type", endsWith("/task-ends-with-its-work"));

        inRiverside(() -> tasks.withdraw(WATCH, subject, clock.instant()));
        intake.asks().get(TASKS + "/" + task).then().body("status", equalTo("WITHDRAWN"));
    }

    @Test
    void everybodySeesTheirOwnAndTheirRolesAndCliniciansOnlyTheirPatients() {
        open(WATER, maya, null, clock.instant());
        var task = ofMaya(supervisor()).extract().<String>path("items[0].id");
        var stranger = Person.at("clinician").who(new StaffId(UUID.randomUUID()));
        var treating = Person.at("clinician").who(carl);

        ofMaya(stranger).body("items", empty());
        stranger.asks().get(TASKS + "/" + task).then().statusCode(403);
        stranger.asks().post(TASKS + "/" + task + "/acknowledgement").then().statusCode(403);
        ofMaya(Person.at("intake")).body("items", empty());
        Person.at("intake").asks().get(TASKS + "/" + task).then().statusCode(403);
        Person.at("patient").who(maya).asks().get(TASKS).then().statusCode(403);
        Person.at("patient").who(maya).asks().get(TASKS + "/" + task).then().statusCode(403);
        Person.of("supervisor", Person.HARBOR)
                .asks()
                .get(TASKS + "/" + task)
                .then()
                .statusCode(404);

        var team = new CareTeamChanged(
                maya,
                new EpisodeId(UUID.randomUUID()),
                List.of(new CareTeamChanged.Member(carl, CareTeamChanged.Role.CLINICIAN)),
                Instant.EPOCH);
        Broker.say(team);
        await().untilAsserted(() -> ofMaya(treating).body("items.id", contains(task)));
        treating.asks().get(TASKS + "?mine=true&patient=" + maya).then().body("items", empty());
        treating.asks().get(TASKS + "/" + task).then().statusCode(200);

        Broker.garble(Person.RIVERSIDE, team);
        await().untilAsserted(() -> ofMaya(treating).body("items", empty()));
        treating.asks().get(TASKS + "/" + task).then().statusCode(403);
    }

    @Test
    void whatWasGivenToSomebodyStaysTheirsWhenItGoesOn() {
        var now = clock.instant();
        open(WATER, null, carl, now);
        var mine = Person.at("clinician").who(carl);
        MovedClock.to(now.plus(Duration.ofMinutes(61)));
        MovedClock.to(now.plus(Duration.ofMinutes(121)));

        mine.asks()
                .get(TASKS + "?mine=true")
                .then()
                .body("items.subject", contains(subject.toString()))
                .body("items[0].roles", contains("CLINICIAN", "SUPERVISOR"));
    }

    @Test
    void whatIsDueLongestComesFirstPageByPage() {
        var now = clock.instant();
        for (int hour : new int[] {3, 1, 2}) {
            inRiverside(() -> tasks.open(
                    new Tasks.Cause(WATER, new NoteId(UUID.randomUUID()), maya, null, now),
                    null,
                    now.minus(Duration.ofHours(hour))));
        }

        var dues = new ArrayList<String>();
        @Nullable String after = null;
        do {
            var page = supervisor()
                    .asks()
                    .get(TASKS + "?limit=1&patient=" + maya + (after == null ? "" : "&after=" + after))
                    .then()
                    .statusCode(200)
                    .body("items.overdue", contains(true))
                    .extract();
            dues.add(page.path("items[0].dueAt"));
            after = page.path("after");
        } while (after != null);

        assertThat(dues).hasSize(3).isSorted();
    }

    @Test
    void whatIsNoFilterIsRefusedWithAPointer() {
        for (var query : List.of("kind=nothing", "role=KING", "status=LOST", "mine=perhaps", "patient=1")) {
            supervisor()
                    .asks()
                    .get(TASKS + "?" + query)
                    .then()
                    .statusCode(400)
                    .body("errors[0].pointer", equalTo(query.substring(0, query.indexOf('='))));
        }
    }

    @Test
    void theListReadsAnIndexAsTheRoleThatServes() throws SQLException {
        try (var connection = as("stepwell.database.user");
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("set local stepwell.clinic = '" + Person.RIVERSIDE + "'");
            statement.execute("""
                    insert into platform.task (id, version, kind, subject, roles, due_at, created_at, status,
                        ended_by, ended_at)
                    select gen_random_uuid(), 0, 'water-plants', gen_random_uuid(), array['INTAKE'],
                        now() + n * interval '1 minute', now(), case when n % 10 = 0 then 'OPEN' else 'DONE' end,
                        case when n % 10 = 0 then null else 'service:test' end,
                        case when n % 10 = 0 then null else now() end
                    from generate_series(1, 20000) as n
                    """);
            var reach = new Reach(carl, java.util.Set.of(Role.INTAKE), true);
            var filter = new TaskSearch.Filter(false, null, null, null, null);
            for (var search : List.of(
                    new TaskSearch(reach, filter, null, 51), new TaskSearch(reach, filter, UUID.randomUUID(), 51))) {
                try (var explained = connection.prepareStatement("explain " + search.statement())) {
                    int place = 1;
                    for (var value : search.values()) {
                        explained.setObject(
                                place++,
                                value instanceof String[] roles ? connection.createArrayOf("text", roles) : value);
                    }
                    var plan = new StringBuilder();
                    try (var rows = explained.executeQuery()) {
                        while (rows.next()) {
                            plan.append(rows.getString(1)).append('\n');
                        }
                    }
                    assertThat(plan.toString()).contains("task_by_due").doesNotContain("Seq Scan", "Sort");
                }
            }
            connection.rollback();
        }
    }

    private static java.sql.Connection as(String user) throws SQLException {
        var config = ConfigProvider.getConfig();
        return DriverManager.getConnection(
                config.getValue("stepwell.database.url", String.class),
                config.getValue(user, String.class),
                config.getValue("stepwell.database.password", String.class));
    }

    private static Person supervisor() {
        return Person.at("supervisor");
    }

    private io.restassured.response.ValidatableResponse ofMaya(Person who) {
        return who.asks().get(TASKS + "?patient=" + maya).then().statusCode(200);
    }

    private void open(TaskKind kind, @Nullable PatientId patient, @Nullable StaffId staff, Instant at) {
        inRiverside(() -> tasks.open(new Tasks.Cause(kind, subject, patient, null, at), staff, at));
    }

    private static void inRiverside(Runnable work) {
        in(Person.RIVERSIDE, work);
    }

    private static void in(ClinicId clinic, Runnable work) {
        ClinicContext.in(new ClinicContext.Work(clinic, "service:test", null), () -> {
            QuarkusTransaction.requiringNew().run(work);
            return 0;
        });
    }
}
