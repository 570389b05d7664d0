package org.stepwell.platform.testing;

import io.quarkus.test.junit.callback.QuarkusTestAfterEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestMethodContext;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * What a test leaves falls due for nobody: a later one that moves the clock by months would do all of it on its way, for people whom
 * nobody looks at any more. A module whose tests live long names it as a callback of its own.
 */
public final class NothingLeftDue implements QuarkusTestAfterEachCallback {

    @Override
    public void afterEach(QuarkusTestMethodContext context) {
        var config = ConfigProvider.getConfig();
        try (var connection = DriverManager.getConnection(
                        config.getValue("stepwell.database.url", String.class),
                        config.getValue("stepwell.database.user", String.class),
                        config.getValue("stepwell.database.password", String.class));
                var statement = connection.createStatement()) {
            statement.execute("delete from platform.due");
        } catch (SQLException e) {
            throw new IllegalStateException("what is due could not be taken away", e);
        }
    }
}
