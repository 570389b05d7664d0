package org.stepwell.platform.database;

import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;

/** What the database said, found under whatever wrapped it. */
public class DatabaseTrouble extends RuntimeException {

    private static final Set<String> PASSING = Set.of("25006", "55P03", "57014", "58030");

    DatabaseTrouble(SQLException cause) {
        super(cause);
    }

    /** The SQL state at the bottom of a failure, such as 23505. */
    public static Optional<String> stateOf(Throwable failure) {
        return sqlException(failure).map(SQLException::getSQLState);
    }

    /** The name of the constraint that said no; also for exclusion constraints. */
    public static Optional<String> constraintOf(Throwable failure) {
        return sqlException(failure)
                .filter(PSQLException.class::isInstance)
                .map(PSQLException.class::cast)
                .map(PSQLException::getServerErrorMessage)
                .map(message -> message.getConstraint());
    }

    /**
     * True for what passes by itself: connection lost, server starting or stopping, out of connections, deadlock,
     * serialization failure, a statement that was cancelled, a server that only reads while another takes over, a disk that
     * failed, a pool that had no connection in time.
     */
    public static boolean passes(Throwable failure) {
        var found = sqlException(failure);
        if (found.isEmpty()) {
            return false;
        }
        @Nullable String state = found.get().getSQLState();
        return state == null
                || state.startsWith("08")
                || state.startsWith("40")
                || state.startsWith("53")
                || state.startsWith("57P")
                || PASSING.contains(state);
    }

    /** The driver's own exception, which names the constraint, where there is one: a batch wraps it in another. */
    private static Optional<SQLException> sqlException(@Nullable Throwable failure) {
        Optional<SQLException> found = Optional.empty();
        for (@Nullable Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof PSQLException driver) {
                return Optional.of(driver);
            }
            if (t instanceof SQLException sql && found.isEmpty()) {
                found = Optional.of(sql);
            }
        }
        return found;
    }
}
