package org.stepwell.platform.probe;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.stepwell.contracts.enrollment.EnrollmentFact.EpisodeAdmitted;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.ProgramId;

/** Something with a name. */
@Entity
class Probe {

    @Id
    UUID id;

    @Version
    int version;

    PatientId patient;

    @Column(name = "name")
    String name;

    @SuppressWarnings("NullAway.Init")
    Probe() {}

    Probe(UUID id, PatientId patient, String name) {
        this.id = id;
        this.patient = patient;
        this.name = name;
    }

    EpisodeAdmitted said(Instant now) {
        return new EpisodeAdmitted(
                patient, new EpisodeId(id), null, new ProgramId(id), name, LocalDate.EPOCH, LocalDate.EPOCH, 540, now);
    }
}
