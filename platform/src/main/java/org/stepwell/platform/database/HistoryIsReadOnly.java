package org.stepwell.platform.database;

import java.sql.SQLException;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;

/** The runtime role changes rows of the service, but not the record of which migrations ran. */
record HistoryIsReadOnly(String runtimeRole) implements Callback {

    @Override
    public boolean supports(Event event, Context context) {
        return event == Event.AFTER_MIGRATE;
    }

    @Override
    public boolean canHandleInTransaction(Event event, Context context) {
        return true;
    }

    @Override
    public void handle(Event event, Context context) {
        try (var statement = context.getConnection().createStatement()) {
            var role = statement.enquoteIdentifier(runtimeRole, true);
            statement.execute("revoke insert, update, delete on %s, platform.platform_history from %s"
                    .formatted(context.getConfiguration().getTable(), role));
        } catch (SQLException e) {
            throw new IllegalStateException("the history of migrations is still open to the runtime role", e);
        }
    }

    @Override
    public String getCallbackName() {
        return "history is read-only";
    }
}
