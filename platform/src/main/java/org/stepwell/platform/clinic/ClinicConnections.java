package org.stepwell.platform.clinic;

import io.agroal.api.AgroalPoolInterceptor;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import org.stepwell.contracts.id.ClinicId;

/**
 * Tells the database which clinic a transaction belongs to, the moment it gets its connection. {@code set local} ends
 * with the transaction, so nothing is left behind in the pool.
 */
@Singleton
class ClinicConnections implements AgroalPoolInterceptor {

    @Override
    public void onConnectionAcquire(Connection connection) {
        try {
            var clinic = ClinicContext.current().map(ClinicContext.Work::clinic).map(ClinicId::toString);
            if (connection.getAutoCommit()) {
                return; // row security answers a read outside a transaction with an error: no clinic is set
            }
            try (var statement = connection.createStatement()) {
                statement.execute("set local stepwell.clinic = '" + clinic.orElse("") + "'");
            }
        } catch (SQLException e) {
            throw new IllegalStateException("could not tell the database the clinic", e);
        }
    }
}
