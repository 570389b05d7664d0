package org.stepwell.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No table grows as the audit does, and patients may ask it every day: who saw a record is found by an index, as the role that asks. */
class AccessesPlanTest {

    private static final int ROWS = 40_000;
    private static final int CLINICS = 20;
    private static final int PATIENTS = 400;
    private static final int PAGE = 51;

    @TempDir
    Path home;

    @Test
    void whoSawARecordIsFoundByAnIndexInAnAuditOfYears() throws Exception {
        try (var database = AuditDatabase.start(home, "large")) {
            try (var superuser = database.connect();
                    var statement = superuser.createStatement()) {
                statement.execute(filled("platform.audit", """
                        select md5('row' || n)::uuid, md5('clinic' || n %% %d)::uuid, now() - n * interval '1 minute', 'carl', null,
                            '{clinician}', 'EpisodeResource_read', 'R', array[md5('patient' || n %% %d)::uuid], '{}', 'TREAT',
                            'ALLOWED', 200, null, '10.0.0.7', null
                        from generate_series(1, %d) n
                        """.formatted(CLINICS, PATIENTS, ROWS)));
                statement.execute(filled("platform.audit_patient", """
                        select clinic_id, unnest(patients), id from platform.audit
                        """));
                statement.execute("analyze");
            }
            try (var runtime =
                    DriverManager.getConnection(database.postgres().jdbcUrl("large"), "runtime", "runtime")) {
                var plan = explained(runtime);

                assertThat(plan)
                        .contains("audit_patient_pkey", "audit_pkey", "patient_id = ")
                        .doesNotContain("Seq Scan");
            }
        }
    }

    private static String filled(String table, String rows) {
        return "insert into " + table + " " + rows;
    }

    private static String explained(Connection runtime) throws SQLException {
        try (var statement = runtime.createStatement()) {
            statement.execute("select set_config('stepwell.clinic', md5('clinic1')::uuid::text, false)");
        }
        try (var asked = runtime.prepareStatement("explain (analyze, timing off) " + AccessesResource.OF_PATIENT);
                var patient = runtime.createStatement().executeQuery("select md5('patient1')::uuid")) {
            patient.next();
            asked.setArray(1, runtime.createArrayOf("uuid", new Object[] {patient.getObject(1)}));
            asked.setObject(2, new UUID(-1, -1));
            asked.setInt(3, PAGE);
            asked.setInt(4, PAGE);
            var plan = new StringBuilder();
            try (var lines = asked.executeQuery()) {
                while (lines.next()) {
                    plan.append(lines.getString(1)).append('\n');
                }
            }
            return plan.toString();
        }
    }
}
