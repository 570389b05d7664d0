package org.stepwell.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.stepwell.platform.testing.Person;
import org.stepwell.platform.testing.StepwellTestResource;
import org.stepwell.platform.time.WallClock;

/** A chain is cut while its service runs, which would soon be back at the old length with other links. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class AuditCutTest {

    private static final Duration SEVERAL_TURNS = Duration.ofMillis(2_500);

    @ConfigProperty(name = "stepwell.audit.anchor")
    Path file;

    @Inject
    Anchors anchors;

    @Inject
    WideReaders readers;

    @Inject
    WallClock wall;

    @Inject
    @Identifier("default-kafka-broker")
    Map<String, Object> broker;

    /** Else the service itself would tell the topic that all is well, and there may be no file. */
    @Test
    void whatWasCutIsNotAnchoredAgain() throws Exception {
        ask();
        awaitAnchored();
        var anchored = newest();
        cut(anchored.sequence());
        try {
            ask();
            ask();

            await().during(SEVERAL_TURNS)
                    .atMost(SEVERAL_TURNS.multipliedBy(4))
                    .untilAsserted(() -> assertThat(newest()).isEqualTo(anchored));
            assertThat(check().firstBad()).isEqualTo(anchored.sequence());
        } finally {
            mend(anchored.sequence());
        }

        awaitAnchored();
        assertThat(check().intact()).isTrue();
    }

    /** Else whoever changes the chain would only have to start the service anew. */
    @Test
    void aProcessThatBeginsAfterTheChainWasCutAnchorsNothing() throws Exception {
        ask();
        awaitAnchored();
        var anchored = newest();
        cut(anchored.sequence());
        try {
            var begins = new AuditLinker(
                    "jdbc:postgresql://nobody/asks",
                    "",
                    "",
                    "enrollment",
                    anchors,
                    readers,
                    wall,
                    new SimpleMeterRegistry());
            await().until(() -> {
                try (var auditor = AuditRows.as("auditor")) {
                    begins.link(auditor);
                }
                return begins.broken();
            });

            assertThat(newest()).isEqualTo(anchored);
        } finally {
            mend(anchored.sequence());
        }

        awaitAnchored();
    }

    @Test
    void theNewestAnchorIsFoundOnTheTopicToo() throws Exception {
        ask();
        awaitAnchored();

        await().untilAsserted(
                        () -> assertThat(new Anchors(broker, "enrollment", Optional.empty(), Optional.empty()).newest())
                                .contains(newest()));
    }

    private void awaitAnchored() {
        await().untilAsserted(() -> {
            assertThat(file).isNotEmptyFile();
            var found = check();
            assertThat(found.unlinked()).isZero();
            assertThat(newest().sequence()).isEqualTo(found.links());
        });
    }

    private AuditAnchor newest() throws IOException {
        return kept().getLast();
    }

    private List<AuditAnchor> kept() throws IOException {
        return Files.readAllLines(file).stream().map(AuditAnchor::parse).toList();
    }

    private AuditCheck.Verdict check() throws SQLException, IOException {
        var anchors = kept();
        try (var auditor = AuditRows.as("auditor")) {
            return AuditCheck.of(auditor, "enrollment", anchors, Instant.EPOCH);
        }
    }

    private static void cut(long sequence) throws SQLException {
        whileNobodyLinks("""
                create table platform.cut as select * from platform.audit_link where sequence = %1$d;
                delete from platform.audit_link where sequence = %1$d
                """.formatted(sequence));
    }

    private static void mend(long sequence) throws SQLException {
        whileNobodyLinks("""
                delete from platform.audit_link where sequence >= %d;
                insert into platform.audit_link select * from platform.cut;
                drop table platform.cut
                """.formatted(sequence));
    }

    /** As the owner of the tables, with the linker's baton in our hand. */
    private static void whileNobodyLinks(String sql) throws SQLException {
        try (var owner = AuditRows.as("owner");
                var statement = owner.createStatement()) {
            statement.execute("select pg_advisory_lock(%d)".formatted(AuditLinker.BATON));
            statement.execute("alter table platform.audit_link disable trigger only_added_to");
            statement.execute(sql);
            statement.execute("alter table platform.audit_link enable trigger only_added_to");
        }
    }

    private static void ask() {
        Person.at("intake").asks().get("/api/probe/v1/probes").then().statusCode(200);
    }
}
