package org.stepwell.platform.audit;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.stepwell.platform.database.Uuid7;

/**
 * Whoever is shown the records of more patients within an hour than a day's work needs: counted for an alert, and named once in
 * the log by the id of their account. Nobody is stopped: an export for a good reason looks the same.
 */
@Singleton
class WideReaders {

    private static final Logger LOG = Logger.getLogger(WideReaders.class);
    private static final Duration WITHIN = Duration.ofHours(1);

    private static final String WIDE = """
            select clinic_id || ' ' || actor as who, count(distinct patient) as patients
            from platform.audit a, unnest(a.patients) as patient
            where a.id >= ? and a.outcome = 'ALLOWED' and a.clinic_id is not null
            group by clinic_id, actor having count(distinct patient) > ?
            """;

    private final int patientsMax;
    private volatile Set<String> known = Set.of();

    WideReaders(@ConfigProperty(name = "stepwell.audit.patients-an-hour") int patientsMax, MeterRegistry metrics) {
        this.patientsMax = patientsMax;
        Gauge.builder("stepwell.audit.wide.readers", this, readers -> readers.known.size())
                .register(metrics);
    }

    /** How many there are now; the connection sees the rows of all clinics. */
    int look(Connection connection, Instant now) throws SQLException {
        var found = new HashSet<String>();
        try (var statement = connection.prepareStatement(WIDE)) {
            statement.setObject(1, Uuid7.firstOf(now.minus(WITHIN)));
            statement.setInt(2, patientsMax);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getString("who"));
                    if (!known.contains(rows.getString("who"))) {
                        LOG.warnf(
                                "somebody was shown the records of %d patients within an hour (clinic and actor: %s)",
                                rows.getInt("patients"), rows.getString("who"));
                    }
                }
            }
        }
        known = Set.copyOf(found);
        return found.size();
    }
}
