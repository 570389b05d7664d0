package org.stepwell.suite.load;

import java.io.IOException;
import java.sql.SQLException;
import java.util.UUID;
import org.stepwell.suite.Clinic;
import org.stepwell.suite.Service;

/** What the measured runs write into the databases, for three clinics of twenty where nobody is yet, and taken back. */
public final class SmallDataset {

    private SmallDataset() {}

    /** Fails where a table no longer takes what is made up for it. */
    public static void fits(Clinic clinic) throws SQLException, IOException {
        for (var service : Service.all()) {
            try (var database = clinic.jdbc(service);
                    var statement = database.createStatement()) {
                database.setAutoCommit(false);
                new Dataset.Extent(UUID.randomUUID().toString(), 3, 20).fill(service, statement);
                if (service == Service.AFTERCARE) {
                    AftercareLoad.people(database, 20, 5);
                }
                database.rollback();
            }
        }
    }
}
