package org.stepwell.suite;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** What the restore drill asks of a database, as it asks: as the auditor. */
final class DrillLook {

    private static final Path QUESTIONS = Path.of("../deploy/restore/drill/service.sql");

    private final Clinic stores;
    private final Service service;

    DrillLook(Clinic stores, Service service) {
        this.stores = stores;
        this.service = service;
    }

    /** What it complains of where this had happened to the database; nothing if all is well. What happened is undone. */
    @Nullable
    String complaint(String happened) throws Exception {
        var asked = Files.readString(QUESTIONS).replace(":'minutes'", "'15'");
        try (var connection = stores.jdbc(service);
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            try {
                statement.execute("set local session_replication_role = replica; " + happened);
                statement.execute("set local role " + service.auditor());
                statement.execute(asked);
                return null;
            } catch (SQLException e) {
                return e.getMessage();
            } finally {
                connection.rollback();
            }
        }
    }
}
