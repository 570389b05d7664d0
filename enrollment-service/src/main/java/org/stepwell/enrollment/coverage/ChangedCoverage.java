package org.stepwell.enrollment.coverage;

import jakarta.inject.Singleton;
import java.time.Instant;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.clinic.ClinicContext;
import org.stepwell.platform.time.Due;

/** What follows when a patient's coverage was entered or changed: what is approved, what ends, what a payer wants. */
@Singleton
class ChangedCoverage {

    private final AuthorizationOnRecord onRecord;
    private final Biller biller;
    private final Due due;

    ChangedCoverage(AuthorizationOnRecord onRecord, Biller biller, Due due) {
        this.onRecord = onRecord;
        this.biller = biller;
        this.due = due;
    }

    void of(PatientId patient, Instant now) {
        onRecord.changed(patient, ClinicContext.current().orElseThrow().actor(), now);
        due.now(WatchedAuthorizations.KIND, patient);
        biller.coverageChanged(patient, now);
    }
}
