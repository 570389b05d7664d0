package org.stepwell.suite.load;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.stepwell.suite.Clinic;
import org.stepwell.suite.Service;

/** What a read and a write of one patient come to without us: one row, by its key. */
final class BareRequests implements AutoCloseable {

    private final Connection database;

    BareRequests(Clinic clinic) throws SQLException {
        database = clinic.jdbc(Service.ENROLLMENT);
        try (var statement = database.createStatement()) {
            statement.execute("create table bare_patient (id uuid primary key, body text not null)");
        }
    }

    boolean read(String patient) throws SQLException {
        try (var select = database.prepareStatement("select * from patient where id = ?::uuid")) {
            select.setString(1, patient);
            try (var row = select.executeQuery()) {
                return row.next();
            }
        }
    }

    boolean write(UUID patient) throws SQLException {
        try (var insert = database.prepareStatement("insert into bare_patient values (?, ?)")) {
            insert.setObject(1, patient);
            insert.setString(2, LoadApi.registration(patient.toString()));
            return insert.executeUpdate() == 1;
        }
    }

    @Override
    public void close() throws SQLException {
        database.close();
    }
}
