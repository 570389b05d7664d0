package org.stepwell.suite.load;

import java.io.IOException;
import java.sql.SQLException;
import org.stepwell.suite.Clinic;
import org.stepwell.suite.Service;

/** What the measured runs write into the databases, for three clinics of twenty, and taken back. */
public final class SmallDataset {

    private SmallDataset() {}

    /** Fails where a table no longer takes what is made up for it. */
    public static void fits(Clinic clinic) throws SQLException, IOException {
        for (var service : Service.all()) {
            try (var database = clinic.jdbc(service);
                    var statement = database.createStatement()) {
                database.setAutoCommit(false);
                Dataset.fill(service, 3, 20, statement);
                database.rollback();
            }
        }
    }
}
