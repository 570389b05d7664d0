package org.stepwell.enrollment.coverage;

import jakarta.inject.Singleton;
import java.time.Instant;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.enrollment.episode.PeopleInCare;
import org.stepwell.platform.clinic.ClinicContext;
import org.stepwell.platform.time.Due;

/** What follows when a patient's coverage was entered or changed: what is approved, what ends, what a payer wants. */
@Singleton
class ChangedCoverage {

    private final Authorizations authorizations;
    private final AuthorizationOnRecord onRecord;
    private final PeopleInCare people;
    private final Biller biller;
    private final Due due;

    ChangedCoverage(
            Authorizations authorizations,
            AuthorizationOnRecord onRecord,
            PeopleInCare people,
            Biller biller,
            Due due) {
        this.authorizations = authorizations;
        this.onRecord = onRecord;
        this.people = people;
        this.biller = biller;
        this.due = due;
    }

    /**
     * It was entered or changed.
     *
     * @param anew whether another payer or other days are meant, and not only what stands on the card
     */
    void of(PatientId patient, boolean anew, Instant now) {
        onRecord.changed(
                patient,
                people.isIn(patient),
                anew,
                ClinicContext.current().orElseThrow().actor(),
                now);
        due.now(WatchedAuthorizations.KIND, patient);
        biller.coverageChanged(patient, now);
        authorizations.tell(authorizations.ofPatient(patient), now); // another one may be billed for some of their days
    }
}
