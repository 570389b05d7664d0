package org.stepwell.platform.audit;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import org.stepwell.contracts.id.PatientId;

/** The audit of the service under test, as its database has it. */
final class AuditRows {

    private AuditRows() {}

    /** A connection of one of the database's roles: user, owner or auditor. */
    static Connection as(String role) throws SQLException {
        return DriverManager.getConnection(
                setting("url"), setting(role), setting(role.equals("user") ? "password" : role + ".password"));
    }

    /** The rows about a patient, oldest first; whoever links sees those of all clinics. */
    static List<AuditRow> about(PatientId patient) throws SQLException {
        return where("patients @> array[?]::uuid[]", patient.value());
    }

    /** The rows of a request that carried this trace. */
    static List<AuditRow> traced(String trace) throws SQLException {
        return where("trace = ?", trace);
    }

    static long count() throws SQLException {
        try (var connection = as("auditor");
                var statement = connection.createStatement();
                var row = statement.executeQuery("select count(*) from platform.audit")) {
            row.next();
            return row.getLong(1);
        }
    }

    private static List<AuditRow> where(String condition, Object value) throws SQLException {
        try (var connection = as("auditor");
                var statement = connection.prepareStatement("select %s from platform.audit a where %s order by a.id"
                        .formatted(AuditRow.COLUMNS, condition))) {
            statement.setObject(1, value);
            try (var found = statement.executeQuery()) {
                var rows = new ArrayList<AuditRow>();
                while (found.next()) {
                    rows.add(AuditRow.read(found));
                }
                return rows;
            }
        }
    }

    static List<UUID> ids(PatientId... patients) {
        return java.util.Arrays.stream(patients).map(PatientId::value).sorted().toList();
    }

    private static String setting(String name) {
        return ConfigProvider.getConfig().getValue("stepwell.database." + name, String.class);
    }
}
