package org.stepwell.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * A service as production deploys it, without the cluster: its migration Job and then itself, in production, on a database and a broker
 * that ask for certificates and let them do what the manifests say and nothing else.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AsDeployedTest {

    private static final Duration START_MAX = Duration.ofMinutes(2);
    private static final Duration HEARD_MAX = Duration.ofMinutes(1);

    private EnrollmentAsDeployed enrollment;
    private ChildProcess service;

    @BeforeAll
    void migratesAndStarts() throws Exception {
        enrollment = new EnrollmentAsDeployed();
        var migration = enrollment.migration();
        assertThat(migration
                        .onExit()
                        .get(START_MAX.toSeconds(), TimeUnit.SECONDS)
                        .exitValue())
                .as(migration.tail())
                .isZero();

        service = enrollment.service();
        service.awaitReady(START_MAX);
    }

    @AfterAll
    void ends() {
        if (enrollment != null) {
            enrollment.close();
        }
    }

    /** The consent register beats by itself: the relay says it, and its own listener hears it, both by certificate. */
    @Test
    void whatItSaysIsOnTheTopicAndWhatIsThereItHears() {
        await().atMost(HEARD_MAX).untilAsserted(() -> {
            assertThat(metric("stepwell_relay_events_total")).isPositive();
            assertThat(metric("stepwell_consumer_records_total{listener=\"consent\"}"))
                    .isPositive();
            assertThat(stored("select beat_at from platform.consent_heartbeat")).hasSize(1);
        });
    }

    /** Whoever may not read one of their topics never comes into their group. */
    @Test
    void everythingItAsksOfTheBrokerIsAllowed() throws Exception {
        var groups = metrics("stepwell_consumer_turn_age_seconds")
                .map(line -> line.replaceFirst(".*listener=\"([^\"]+)\".*", "enrollment.$1 Stable"))
                .toList();
        assertThat(groups).hasSizeGreaterThan(5);

        await().atMost(HEARD_MAX)
                .untilAsserted(
                        () -> assertThat(enrollment.stores().groups()).containsExactlyInAnyOrderElementsOf(groups));

        assertThat(enrollment.said(service))
                .doesNotContain("AuthorizationException", "the listener to", "the relay waits", "linked later");
    }

    @Test
    void itsDatabaseKnowsItByItsTwoRolesAndByEncryptedConnectionsAlone() throws Exception {
        var connected = stored("select distinct usename || ' ' || coalesce(version, 'in the clear')"
                + " from pg_stat_activity join pg_stat_ssl using (pid)"
                + " where datname = current_database() and usename <> 'postgres'");

        assertThat(connected).containsExactlyInAnyOrder("enrollment_user TLSv1.3", "enrollment_auditor TLSv1.3");
    }

    /** Whoever is not known is refused, and has a row. */
    @Test
    void whoLooksAtItsAuditAtNightFindsItAnchoredAndWhole() throws Exception {
        assertThat(ask(enrollment.api("instruments")).statusCode()).isEqualTo(401);
        var nights = new AtomicInteger();

        await().atMost(HEARD_MAX).untilAsserted(() -> {
            var night = enrollment.auditVerification("audit-verify-" + nights.incrementAndGet());
            var ended = night.onExit().get(HEARD_MAX.toSeconds(), TimeUnit.SECONDS);
            assertThat(enrollment.said(night)).containsPattern("[1-9]\\d* rows.*anchored to [1-9]\\d*: intact");
            assertThat(ended.exitValue()).isZero();
        });
    }

    /** Made for a day, as {@link Authority} does. */
    @Test
    void itCountsWhenTheCertificatesEndThatItHasRead() throws Exception {
        for (var of : List.of("broker-user", "broker-authority")) {
            assertThat(Instant.ofEpochSecond(
                            (long) metric("stepwell_certificate_ends_seconds{of=\"%s\"}".formatted(of))))
                    .as(of)
                    .isBetween(Instant.now(), Instant.now().plus(Duration.ofDays(1)));
        }
    }

    @Test
    void everyProbeOfItsManifestIsAnswered() {
        assertThat(enrollment.deployment().probes())
                .hasSize(3)
                .allSatisfy(path -> assertThat(ask(path).statusCode()).isEqualTo(200));
    }

    @Test
    void itWritesInTmpAndNowhereElse() throws Exception {
        assumeTrue(
                enrollment.onlyTmpCanBeWritten(),
                "nobody may make a root here that can not be written (unshare, Linux)");

        var mounts = Path.of(
                "/proc/%d/mountinfo".formatted(enrollment.process(service).pid()));

        assertThat(Files.readAllLines(mounts).stream().filter(mount -> mount.matches("(\\S+ ){4}/ .*")))
                .singleElement()
                .asString()
                .contains(" / ro,");
    }

    private List<String> stored(String query) throws Exception {
        return enrollment.stores().all(EnrollmentAsDeployed.DATABASE, query);
    }

    private double metric(String name) throws Exception {
        return metrics(name + " ")
                .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
                .sum();
    }

    private Stream<String> metrics(String beginning) throws Exception {
        return ask("/q/metrics").body().filter(line -> line.startsWith(beginning));
    }

    private HttpResponse<Stream<String>> ask(String path) throws Exception {
        return ask(enrollment.at(path));
    }

    private static HttpResponse<Stream<String>> ask(URI address) throws Exception {
        var request = HttpRequest.newBuilder(address).build();
        return Http.client().send(request, HttpResponse.BodyHandlers.ofLines());
    }
}
