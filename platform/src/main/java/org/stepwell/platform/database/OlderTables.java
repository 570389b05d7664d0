package org.stepwell.platform.database;

import java.util.Arrays;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;

/**
 * Tables that are older than a service needs. Newer ones are fine: a release only adds, so that the one before goes on
 * beside it, and may come back.
 */
final class OlderTables {

    private OlderTables() {}

    /** Ends the start where a migration of these has not been run; only looks, as whoever is signed in. */
    static void refuse(Flyway... histories) {
        var missing = Stream.of(histories)
                .flatMap(history -> Arrays.stream(history.info().all()))
                .filter(OlderTables::isMissing)
                .toList();
        if (!missing.isEmpty()) {
            var first = missing.getFirst();
            throw new IllegalStateException(
                    ("Not started: the database is older than this release (migrations that are missing: %d; the first of"
                                    + " them: %s %s). Run this release's migration Job, which changes it, and start the"
                                    + " service then (docs/operations.md).")
                            .formatted(missing.size(), first.getVersion(), first.getDescription()));
        }
    }

    private static boolean isMissing(MigrationInfo migration) {
        var state = migration.getState();
        return state.isResolved() && (!state.isApplied() || state.isFailed());
    }
}
