package org.stepwell.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stepwell.platform.database.Uuid7;

class WideReadersTest {

    private static final int MAX = 10;
    private static final Instant MONDAY = Instant.parse("2026-03-02T14:00:00Z");

    @TempDir
    static Path home;

    private static AuditDatabase database;

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final WideReaders readers = new WideReaders(MAX, metrics);

    @BeforeAll
    static void start() throws IOException, SQLException {
        database = AuditDatabase.start(home, "read");
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @BeforeEach
    void nobodyHasReadAnything() throws SQLException {
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            statement.execute("truncate platform.audit");
        }
    }

    @Test
    void whoeverIsShownTheRecordsOfTooManyWithinAnHourIsCounted() throws SQLException {
        looks("carl", "ALLOWED", MAX, MONDAY);
        looks("cora", "ALLOWED", MAX + 1, MONDAY);
        looks("dana", "REFUSED", MAX + 1, MONDAY);

        assertThat(look(MONDAY.plusSeconds(60))).isEqualTo(1);
        assertThat(metrics.get("stepwell.audit.wide.readers").gauge().value()).isEqualTo(1);
    }

    @Test
    void theSamePatientsAgainAreNoMore() throws SQLException {
        for (int i = 0; i < 5; i++) {
            looks("carl", "ALLOWED", MAX, MONDAY);
        }

        assertThat(look(MONDAY.plusSeconds(60))).isZero();
    }

    @Test
    void anHourLaterItIsForgotten() throws SQLException {
        looks("cora", "ALLOWED", MAX + 1, MONDAY);
        assertThat(look(MONDAY.plusSeconds(60))).isEqualTo(1);

        assertThat(look(MONDAY.plus(Duration.ofHours(2)))).isZero();
    }

    /** As the role that links, which sees the rows of all clinics. */
    private int look(Instant now) throws SQLException {
        try (var auditor = database.auditor()) {
            return readers.look(auditor, now);
        }
    }

    /** Two at a time, as a list shows them. */
    private static void looks(String actor, String outcome, int patients, Instant at) throws SQLException {
        try (var connection = database.connect()) {
            for (int i = 0; i < patients; i += 2) {
                look(connection, actor, outcome, at, i, Math.min(i + 2, patients));
            }
        }
    }

    private static void look(Connection connection, String actor, String outcome, Instant at, int from, int to)
            throws SQLException {
        var patients = IntStream.range(from, to).mapToObj(i -> new UUID(7, i)).toArray();
        try (var insert = connection.prepareStatement("""
                insert into platform.audit values (?, ?, now(), ?, null, '{clinician}', 'PatientResource_list', 'R', ?, '{}', 'TREAT',
                    ?, 200, null, '10.0.0.7', null)
                """)) {
            insert.setObject(
                    1,
                    new UUID(
                            Uuid7.firstOf(at).getMostSignificantBits(),
                            Uuid7.next().getLeastSignificantBits()));
            insert.setObject(2, new UUID(0, 1));
            insert.setString(3, actor);
            insert.setArray(4, connection.createArrayOf("uuid", patients));
            insert.setString(5, outcome);
            insert.executeUpdate();
        }
    }
}
