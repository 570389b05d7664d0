package org.stepwell.therapy.crisisplan;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.StaffId;

/** A version of a patient's crisis plan; never changed, the next one follows it. */
@Entity
class CrisisPlan {

    @Id
    private UUID id;

    @SuppressWarnings("UnusedVariable") // asked for by queries alone
    private PatientId patient;

    private int version;
    private String content;
    private StaffId writtenBy;
    private Instant writtenAt;

    @SuppressWarnings("NullAway.Init")
    protected CrisisPlan() {}

    /** @param sealed what it says, sealed for this version */
    CrisisPlan(UUID id, PatientId patient, int version, String sealed, StaffId by, Instant now) {
        this.id = id;
        this.patient = patient;
        this.version = version;
        this.content = sealed;
        this.writtenBy = by;
        this.writtenAt = now;
    }

    UUID id() {
        return id;
    }

    int version() {
        return version;
    }

    String content() {
        return content;
    }

    Instant writtenAt() {
        return writtenAt;
    }

    CrisisPlanView.VersionView view(CrisisPlanContent opened) {
        return new CrisisPlanView.VersionView(id, version, opened, writtenBy, writtenAt);
    }
}
