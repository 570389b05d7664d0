package org.stepwell.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.testing.Broker;
import org.stepwell.platform.testing.Person;
import org.stepwell.platform.testing.StepwellTestResource;
import org.stepwell.platform.time.WallClock;

/** The chain of a service that runs: every row has one link, the head is known outside, and a change is found. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class AuditChainTest {

    private static final String SERVICE = "enrollment";
    private static final int TURNS = 40;

    @Inject
    AuditLinker linker;

    @Inject
    WallClock wall;

    @ConfigProperty(name = "stepwell.audit.anchor")
    Path file;

    private final PatientId maya = new PatientId(UUID.randomUUID());

    @ParameterizedTest
    @CsvSource({"user, permission denied", "auditor, permission denied", "owner, only ever added to"})
    void nobodyWhoServesLinksOrMigratesChangesTheAudit(String role, String refusal) throws SQLException {
        made();
        for (var table : List.of("audit", "audit_patient", "audit_link")) {
            for (var change :
                    List.of("update platform.%s set %s = null", "delete from platform.%s", "truncate platform.%s")) {
                var column = table.equals("audit") ? "actor" : "audit_id";
                assertThatThrownBy(() -> run(role, change.formatted(table, column)))
                        .as("%s: %s", role, change)
                        .hasMessageContaining(refusal);
            }
        }
    }

    @Test
    void whoeverServesDoesNotLinkAndWhoeverLinksDoesNotServe() {
        assertThatThrownBy(() -> run("user", "select * from platform.audit_link"))
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> run("auditor", "insert into platform.audit select * from platform.audit"))
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> run("auditor", "select * from probe")).hasMessageContaining("permission denied");
    }

    @Test
    void aClinicSeesItsOwnPartOfTheAudit() throws SQLException {
        made();
        try (var connection = AuditRows.as("user");
                var statement = connection.createStatement()) {
            for (var clinic : List.of(Person.RIVERSIDE, Person.HARBOR)) {
                connection.setAutoCommit(false);
                statement.execute("set local stepwell.clinic = '%s'".formatted(clinic));
                try (var rows = statement.executeQuery("select distinct clinic_id from platform.audit")) {
                    while (rows.next()) {
                        assertThat(rows.getObject(1)).isEqualTo(clinic.value());
                    }
                }
                connection.rollback();
            }
        }
    }

    @Test
    void twoReplicasLinkEachRowOnceAndAnchorsNeverGoBack() throws Exception {
        try (var threads = Executors.newFixedThreadPool(4)) {
            var work = new ArrayList<Callable<Void>>();
            for (int i = 0; i < 2; i++) {
                work.add(this::linkAgainAndAgain);
                work.add(this::askAgainAndAgain);
            }
            for (var done : threads.invokeAll(work)) {
                done.get();
            }
        }

        awaitLinked();
        assertThat(check().finding()).isEqualTo("intact");
        var sequences = inFile().stream().map(AuditAnchor::sequence).toList();
        assertThat(sequences).isSorted();
    }

    @Test
    void theHeadIsToldOutsideAndAChangeBehindItsBackIsFound() throws Exception {
        made();
        awaitLinked();
        await().untilAsserted(() -> {
            assertThat(inFile().getLast().sequence()).isEqualTo(check().links());
            assertThat(onTopic().sequence()).isEqualTo(check().links());
        });
        assertThat(check().finding()).isEqualTo("intact");
        long sequence = sequenceOfLastRow();

        tamper("status = 299");
        try {
            assertThat(check().firstBad()).isEqualTo(sequence);
        } finally {
            tamper("status = 201");
        }
        assertThat(check().intact()).isTrue();
    }

    private AuditCheck.Verdict check() throws SQLException, IOException {
        var anchors = new ArrayList<>(inFile());
        anchors.add(onTopic());
        try (var auditor = AuditRows.as("auditor")) {
            return AuditCheck.of(auditor, SERVICE, anchors, wall.instant());
        }
    }

    private List<AuditAnchor> inFile() throws IOException {
        return Files.readAllLines(file).stream().map(AuditAnchor::parse).toList();
    }

    private static AuditAnchor onTopic() {
        return AuditAnchor.parse(
                new String(Broker.all(AuditAnchor.TOPIC).getLast().value(), StandardCharsets.UTF_8));
    }

    private void awaitLinked() {
        await().untilAsserted(() -> assertThat(check().unlinked()).isZero());
    }

    private Void linkAgainAndAgain() throws SQLException {
        try (var auditor = AuditRows.as("auditor")) {
            for (int turn = 0; turn < TURNS; turn++) {
                linker.link(auditor);
            }
        }
        return null;
    }

    private Void askAgainAndAgain() {
        for (int turn = 0; turn < TURNS; turn++) {
            made();
        }
        return null;
    }

    private long sequenceOfLastRow() throws SQLException {
        try (var auditor = AuditRows.as("auditor");
                var statement =
                        auditor.prepareStatement("select sequence from platform.audit_link where audit_id = ?")) {
            statement.setObject(1, AuditRows.about(maya).getLast().id());
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    /** The owner of the tables steps over every guard of ours. */
    private void tamper(String change) throws SQLException {
        try (var owner = AuditRows.as("owner")) {
            execute(owner, "alter table platform.audit disable trigger only_added_to");
            execute(owner, "alter table platform.audit no force row level security");
            execute(
                    owner,
                    "update platform.audit set %s where id = '%s'"
                            .formatted(change, AuditRows.about(maya).getLast().id()));
            execute(owner, "alter table platform.audit force row level security");
            execute(owner, "alter table platform.audit enable trigger only_added_to");
        }
    }

    private void made() {
        Person.at("intake")
                .asks()
                .body(Map.of("name", UUID.randomUUID().toString(), "patient", maya.toString(), "size", 1))
                .post("/api/probe/v1/probes")
                .then()
                .statusCode(201);
    }

    private static void run(String role, String sql) throws SQLException {
        try (var connection = AuditRows.as(role)) {
            execute(connection, "set stepwell.clinic = '%s'".formatted(Person.RIVERSIDE));
            execute(connection, sql);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
