package org.stepwell.platform.database;

import java.sql.SQLException;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;

/** The runtime role changes rows of the service, but not the record of which migrations ran. */
record HistoryIsReadOnly(String runtimeRole) implements Callback {

    /** Of two who take the same right away at once, PostgreSQL refuses one. */
    private static final long ONE_AT_A_TIME = 0x5745_4C4C_0099L;

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
            statement.execute(
                    """
                    do $$ begin
                        perform pg_advisory_xact_lock(%d);
                        revoke insert, update, delete on %s, platform.platform_history from %s;
                    end $$
                    """.formatted(ONE_AT_A_TIME, context.getConfiguration().getTable(), role));
        } catch (SQLException e) {
            throw new IllegalStateException("the history of migrations is still open to the runtime role", e);
        }
    }

    @Override
    public String getCallbackName() {
        return "history is read-only";
    }
}
