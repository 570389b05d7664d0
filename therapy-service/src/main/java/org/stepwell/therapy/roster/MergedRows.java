package org.stepwell.therapy.roster;

import jakarta.inject.Singleton;
import java.util.List;
import org.stepwell.contracts.enrollment.EnrollmentFact.PatientMerged;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.access.MergedPatients;
import org.stepwell.platform.database.Sql;

/** Moves what is known of a duplicate to the patient who goes on, where safety hangs on all of it being in one place. */
@Singleton
public class MergedRows {

    private final MergedPatients merged;
    private final Sql sql;

    MergedRows(MergedPatients merged, Sql sql) {
        this.merged = merged;
        this.sql = sql;
    }

    /** The rows of these tables; answers whose they are now, who may have been merged away before this was heard. */
    public PatientId moved(PatientMerged two, List<String> tables) {
        var to = merged.survivorOf(two.duplicate()).orElse(two.patient());
        tables.forEach(table -> sql.update(
                "update %s set patient_id = ? where clinic_id = platform.current_clinic() and patient_id = ?"
                        .formatted(table),
                to.value(),
                two.duplicate().value()));
        return to;
    }
}
