package org.stepwell.platform.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.stepwell.platform.testing.StepwellTestResource;

/** What the relay asks of the server, and what it says of itself. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class RelayTest {

    @Inject
    DataSource dataSource;

    @Inject
    MeterRegistry metrics;

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
    void whoeverCarriesSaysSo() {
        await().untilAsserted(() -> assertThat(
                        metrics.get("stepwell.relay.carrier").gauge().value())
                .isEqualTo(1));
    }

    private static String shown(Connection connection, String setting) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("show " + setting)) {
            assertThat(row.next()).isTrue();
            return row.getString(1);
        }
    }
}
