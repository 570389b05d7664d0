package org.stepwell.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.stepwell.platform.testing.StepwellTestResource;

/** Who may serve: row security must hold them. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class RuntimeRoleTest {

    @Test
    void whoeverServesIsHeldByRowSecurityAndTheOwnerWouldNotBe() throws SQLException {
        assertThat(mightOf("user", "password")).isEmpty();
        assertThat(mightOf("owner", "owner.password")).contains("owns tables");
    }

    @Test
    void whoeverCouldPutATemporaryTableInThePlaceOfOursDoesNotServe() throws SQLException {
        try (var owner = as("owner", "owner.password");
                var statement = owner.createStatement()) {
            var onIt = "temporary on database %s".formatted(statement.enquoteIdentifier(owner.getCatalog(), true));
            statement.execute("grant %s to %s".formatted(onIt, statement.enquoteIdentifier(setting("user"), true)));
            try {
                assertThat(mightOf("user", "password")).contains("may make temporary tables");
            } finally {
                statement.execute(
                        "revoke %s from %s".formatted(onIt, statement.enquoteIdentifier(setting("user"), true)));
            }
        }
    }

    private static Optional<String> mightOf(String user, String password) throws SQLException {
        try (var connection = as(user, password);
                var statement = connection.createStatement();
                var row = statement.executeQuery(RuntimeRole.TOO_MIGHTY)) {
            return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
        }
    }

    private static Connection as(String user, String password) throws SQLException {
        return DriverManager.getConnection(setting("url"), setting(user), setting(password));
    }

    private static String setting(String name) {
        return ConfigProvider.getConfig().getValue("stepwell.database." + name, String.class);
    }
}
