package org.stepwell.therapy.safety;

import jakarta.inject.Singleton;
import java.util.List;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.database.Sql;

/** Which warnings stand about a patient. */
@Singleton
public class OpenFlags {

    private final Sql sql;

    OpenFlags(Sql sql) {
        this.sql = sql;
    }

    /** The names of the open flags. */
    public List<String> of(PatientId patient) {
        return sql.list(
                "select flag from safety_flag where patient_id = ? and cleared_at is null order by flag",
                row -> row.getString("flag"),
                patient.value());
    }
}
