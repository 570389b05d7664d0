package org.stepwell.suite.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.stepwell.suite.AuditVerify;
import org.stepwell.suite.Clinic;
import org.stepwell.suite.DemoClinic;
import org.stepwell.suite.Faults;
import org.stepwell.suite.LaunchedClinic;
import org.stepwell.suite.Service;
import org.stepwell.suite.Trouble;
import org.stepwell.suite.journey.Spans.Span;
import org.stepwell.suite.load.SmallDataset;
import org.stepwell.suite.monitoring.ScrapedMetrics;

/**
 * One clinic from its start to its end, as its users have it: what {@code up} makes of what a killed one left, the README's
 * tour, a death, the whole story and what that leaves behind, the end, and a cruel retelling.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class JourneyTest {

    private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(3);
    private static final String ADMITTED = "episode-admitted.v1";
    private static final String RIVERBANK = "select count(*) from platform.clinic where name = 'Riverbank'";

    private Spans spans;
    private LaunchedClinic launched;
    private Clinic clinic;
    private Faults faults;

    @BeforeAll
    void start() throws Exception {
        spans = new Spans();
        launched = new LaunchedClinic(spans.url());
        launched.startsAfterAKill();
        clinic = launched.attach();
        faults = new Faults(clinic);
    }

    @AfterAll
    void end() throws IOException {
        if (clinic != null) {
            clinic.close();
        }
        launched.close();
        spans.close();
    }

    @Test
    @Order(1)
    void whoStartsItSeesWhatTheyWerePromised() throws Exception {
        launched.answersItsVerbs();
        launched.showsItsTour();
    }

    @Test
    @Order(1)
    void whatCanNotWaitPagesSomebodyFromTheStart() throws Exception {
        var api = new Api(clinic, new Operations(clinic));

        var onCall = api.must(api.get("ada", Service.ENROLLMENT, "/clinics/" + DemoClinic.RIVERSIDE + "/on-call"));

        assertThat(onCall.body().path("phone").asText()).isNotEmpty();
        assertThat(onCall.body().path("email").asText()).isNotEmpty();
    }

    @Test
    @Order(2)
    void whatWasCommittedBeforeADeathIsSaidAfterTheReturn() throws Exception {
        var api = new Api(clinic, new Operations(clinic));
        try (var relay = HeldRelay.of(clinic, Service.ENROLLMENT)) {
            var renamed = api.put(
                    "ada",
                    Service.ENROLLMENT,
                    "/clinics/" + DemoClinic.RIVERSIDE,
                    Map.of("name", "Riverbank", "zone", "America/New_York", "weekStart", "MONDAY"),
                    "*");
            assertThat(renamed.status()).isEqualTo(200);
            assertThat(relay.waiting()).isEqualTo(1);
            faults.kill(Service.ENROLLMENT);
            for (var service : Service.all().subList(1, 4)) {
                assertThat(count(service, RIVERBANK)).isZero();
            }
        }

        faults.restart(Service.ENROLLMENT);

        for (var service : Service.all().subList(1, 4)) {
            await(service, RIVERBANK, 1);
        }
        assertThat(new EventAudit(clinic).look().lost()).isEmpty();
    }

    @Test
    @Order(3)
    void aServiceGoesToItsNextReleaseAndBackWhilePeopleWorkAndNothingIsLostOrSaidTwice() throws Exception {
        long repeated = new EventAudit(clinic).look().repeated();

        var registered = new RollingChange(clinic).play();

        var ids = String.join("','", registered);
        await(Service.AFTERCARE, "select count(*) from patient where id in ('%s')".formatted(ids), registered.size());
        awaitAllApplied();
        var found = new EventAudit(clinic).look();
        assertThat(found.lost()).isEmpty();
        assertThat(found.repeated())
                .as("one relay carries, also while there are two")
                .isEqualTo(repeated);
    }

    /** A measured run takes minutes; what it first writes is written here, so that no table grows away from it. */
    @Test
    @Order(4)
    void theDatabasesTakeWhatMeasuredRunsMakeUp() throws Exception {
        SmallDataset.fits(clinic);
    }

    @Test
    @Order(5)
    void twelvePatientsGoThroughNinetyDaysAndAftercareAndNothingIsLost() throws Exception {
        var words = new ArrayList<>(List.of("journey", "--json"));
        Service.all().forEach(service -> words.addAll(List.of("--kill", service.title())));

        var report = launched.playsItsJourney(words);

        assertThat(report.path("claims"))
                .isNotEmpty()
                .allSatisfy(
                        claim -> assertThat(claim.fieldNames()).toIterable().contains("name", "expected", "actual"));
        assertThat(report.path("failures").intValue()).isZero();
        assertThat(report.path("eventsLost").intValue()).isZero();
        assertThat(report.path("patients").intValue()).isEqualTo(13);
        for (var figure : List.of("steps", "eventsPublished", "eventsApplied", "operationsTotal", "wallSeconds")) {
            assertThat(report.path(figure).intValue()).as(figure).isPositive();
        }
        assertThat(report.path("operationsCalled").intValue())
                .as("operations that the story is told with: it grows with them")
                .isGreaterThanOrEqualTo(119);
    }

    /** A service that is killed does not send its last steps, so that not every trace is whole. */
    @Test
    @Order(6)
    void oneAdmissionIsOneTraceOverFourServices() {
        var admissions = new EventAudit(clinic).traces("stepwell.enrollment", ADMITTED);

        assertThat(admissions).isNotEmpty().anySatisfy(admission -> {
            var trace = spans.of(admission);
            var heard = trace.stream().filter(step -> step.name().equals("apply " + ADMITTED));
            assertThat(heard)
                    .extracting(Span::service, step -> Spans.origin(step, trace).service())
                    .contains(
                            tuple("scheduling", "enrollment"),
                            tuple("therapy", "enrollment"),
                            tuple("aftercare", "enrollment"));
            assertThat(trace)
                    .anySatisfy(
                            step -> assertThat(step.name()).startsWith("POST ").endsWith("/admission"));
        });
    }

    @Test
    @Order(6)
    void noNameAndNoFreeTextStandsWhereOthersThanTheClinicReadIt() throws Exception {
        var api = new Api(clinic, new Operations(clinic));
        var canaries = new Canaries(clinic, spans);
        for (var bad : badInput()) {
            var answer = api.post("ivy", Service.ENROLLMENT, "/patients", bad);
            assertThat(answer.status()).as("%s", bad).isBetween(400, 499);
            assertThat(answer.body().toString()).doesNotContain(Cast.CANARY);
        }

        var secrets = List.of(Cast.CANARY, Cast.GROUP_CANARY, Cast.PHONE);
        var noSecrets = List.of(DemoClinic.RIVERSIDE, "http_server_requests", "started in", "admission");
        var places = canaries.places(
                Stream.concat(secrets.stream(), noSecrets.stream()).toList());

        assertThat(places.entrySet().stream()
                        .filter(known -> noSecrets.contains(known.getKey()))
                        .flatMap(known -> known.getValue().stream()))
                .as("it looks everywhere: what is no secret is found")
                .contains("topic stepwell.enrollment", "table public.note of therapy", "metrics of therapy")
                .contains("table public.patient of enrollment", "log enrollment.log", "traces");
        assertThat(secrets).allSatisfy(secret -> assertThat(places).containsEntry(secret, Set.of()));
    }

    private static List<Map<String, Object>> badInput() {
        return List.of(
                Map.of("givenName", Cast.CANARY, "familyName", Cast.CANARY, "birthDate", Cast.CANARY),
                Map.of("givenName", Cast.CANARY, "familyName", Cast.CANARY.repeat(100), "birthDate", "1988-05-17"),
                Map.of("givenName", List.of(Cast.CANARY)),
                Map.of("givenName", Cast.CANARY, "contactRules", Cast.CANARY));
    }

    @Test
    @Order(7)
    void theAuditIsWholeAndARowThatSomebodyChangedIsNamed() throws Exception {
        assertThat(AuditVerify.verify(clinic, Service.all()).values())
                .allSatisfy(
                        found -> assertThat(found.intact()).as(found.verdict()).isTrue())
                .allSatisfy(found -> assertThat(found.rows()).isGreaterThan(10));

        var actor = change("therapy:somebody-else");
        var found = AuditVerify.verify(clinic, Service.all());
        change(actor);

        assertThat(found)
                .hasEntrySatisfying(
                        "therapy", therapy -> assertThat(therapy.firstBad()).isEqualTo(10))
                .hasEntrySatisfying(
                        "enrollment",
                        enrollment -> assertThat(enrollment.intact()).isTrue());
    }

    /** What opens at the first use of something has been used by now. */
    @Test
    @Order(8)
    void everyNumberThatOpsAreToldByIsSaid() throws Exception {
        assertThat(ScrapedMetrics.missing(clinic)).isEmpty();
    }

    /** As whoever owns the machine could: past triggers and grants. Answers who stood there before. */
    private String change(String actor) throws SQLException {
        try (var connection = clinic.jdbc(Service.all().get(2));
                var statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            try (var row = statement.executeQuery(
                    "select actor from platform.audit where id = (select audit_id from platform.audit_link where sequence = 10)")) {
                row.next();
                var before = row.getString(1);
                try (var update = connection.prepareStatement(
                        "update platform.audit set actor = ? where id = (select audit_id from platform.audit_link where sequence = 10)")) {
                    update.setString(1, actor);
                    update.executeUpdate();
                }
                return before;
            }
        }
    }

    @Test
    @Order(9)
    void aServiceDoesNotStartInProductionWithWhatIsGoodEnoughForATrial() throws Exception {
        assertThat(faults.refusedInProduction(Service.SCHEDULING))
                .hasValueSatisfying(said -> assertThat(said)
                        .contains("Not started:", "STEPWELL_CLOCK", "STEPWELL_SEAL_MISSING", "STEPWELL_DATABASE_URL")
                        .contains("STEPWELL_ISSUER", "KAFKA_SECURITY_PROTOCOL", "STEPWELL_SWAGGER")
                        .doesNotContain("jdbc:postgresql")); // the migration's first line: nobody was asked yet
    }

    @Test
    @Order(10)
    void noDoorIsOpenThatShouldBeClosed() throws Exception {
        assertThat(ClosedDoors.onPublicPorts(clinic)).isEmpty();
        assertThat(ClosedDoors.betweenDatabases(faults)).isEmpty();
    }

    @Test
    @Order(11)
    void itsRealmAsksForWhatItShouldAndThenAllOfItEndsInTime() throws Exception {
        launched.guardsItsRealm();
        awaitAllApplied();

        launched.ends();
        assertThatThrownBy(() -> AuditVerify.verify(clinic, Service.all()))
                .as("no verdict where the anchors on the topic can not be read")
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("the audit is not proven");
    }

    @Test
    @Order(12)
    void everyEventTwiceAndShuffledAcrossKeysAndTopicsEndsInTheSameReadModels() throws Exception {
        clinic = clinic.stores();
        faults = new Faults(clinic);
        var replay = new Replay(clinic);
        var expected = replay.readModels();
        var said = replay.everythingSaid();
        assertThat(said).hasSizeGreaterThan(1_000);
        assertThat(expected)
                .allSatisfy((table, rows) -> assertThat(rows).as(table).isNotEmpty());

        var clinics = replay.clinics();
        faults.startOver();
        replay.found(clinics);
        try (var _ = new AllRelays()) {
            replay.say(Replay.twiceAndShuffled(said, new Random(42)));
            awaitAllApplied();
        }

        assertThat(replay.readModels()).isEqualTo(expected);
        for (var service : Service.all()) {
            assertThat(count(service, "select count(*) from platform.parked")).isZero();
        }
        assertThat(replay.uncompared()).isEmpty();
    }

    /** What a service says because of what it hears again would mix with what it said then. */
    private final class AllRelays implements AutoCloseable {
        private final ArrayList<HeldRelay> held = new ArrayList<>();

        AllRelays() throws Exception {
            for (var service : Service.all()) {
                held.add(HeldRelay.of(clinic, service));
            }
        }

        @Override
        public void close() throws SQLException {
            for (var one : held) {
                one.close();
            }
        }
    }

    private void awaitAllApplied() throws Exception {
        long until = System.nanoTime() + PATIENCE_NANOS;
        try (var settled = new Settled(clinic.bootstrap())) {
            while (!settled.everybodyHasHeardEverything()) {
                assertThat(System.nanoTime()).as("%s", settled.behind()).isLessThan(until);
                TimeUnit.MILLISECONDS.sleep(200);
            }
        }
    }

    private void await(Service service, String query, long expected) throws Exception {
        long until = System.nanoTime() + PATIENCE_NANOS;
        for (long found = count(service, query); found != expected; found = count(service, query)) {
            assertThat(System.nanoTime()).as("%s in %s", query, service.title()).isLessThan(until);
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    private long count(Service service, String query) throws SQLException {
        try (var connection = clinic.jdbc(service);
                var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            return row.next() ? row.getLong(1) : 0;
        }
    }
}
