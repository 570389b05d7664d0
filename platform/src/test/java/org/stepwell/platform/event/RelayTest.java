package org.stepwell.platform.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.stepwell.platform.testing.StepwellTestResource;
import org.stepwell.platform.time.WallClock;

/** What the relay leaves behind, and what it says of itself. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class RelayTest {

    @Inject
    DataSource dataSource;

    @Inject
    WallClock wall;

    @Inject
    @Identifier("default-kafka-broker")
    Map<String, Object> broker;

    /** A lost node keeps the baton for as long as the server believes in its connection. */
    @Test
    void theServerIsToldToNoticeALostNodeWithinHalfAMinute() throws SQLException {
        try (var connection = dataSource.getConnection()) {
            assertThat(shown(connection, "tcp_keepalives_idle")).isEqualTo("10");
            assertThat(shown(connection, "tcp_keepalives_interval")).isEqualTo("5");
            assertThat(shown(connection, "tcp_keepalives_count")).isEqualTo("3");
            assertThat(shown(connection, "tcp_user_timeout")).isEqualTo("25000");
        }
    }

    @Test
    void whoeverHandsOverTheBatonNoLongerSaysHowLongEventsWait() throws Exception {
        var batch = new OutboxBatch(broker, "test", wall);
        try (var connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                statement.execute("""
                        insert into platform.outbox
                            (id, topic, key, sequence, type, time, clinic, actor, body, written_at)
                        values (gen_random_uuid(), 'stepwell.consent', 'lag', 1, 'none', now(), gen_random_uuid(),
                                'service:test', '{}', now() - interval '1 hour')
                        """);
            }

            batch.carry(connection);

            assertThat(batch.lagSeconds()).isGreaterThanOrEqualTo(3600);
            batch.leaveToAnother();
            assertThat(batch.lagSeconds()).isZero();
            connection.rollback();
        } finally {
            batch.close();
        }
    }

    private static String shown(Connection connection, String setting) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("show " + setting)) {
            assertThat(row.next()).isTrue();
            return row.getString(1);
        }
    }
}
