package org.stepwell.therapy.relapse;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.therapy.roster.Stay;

/** A version of a patient's plan; never changed, the next one follows it. */
@Entity
class RelapsePlan {

    @Id
    private UUID id;

    private EpisodeId episode;
    private PatientId patient;
    private int version;
    private String content;
    private @Nullable StaffId writtenBy;
    private Instant writtenAt;

    @SuppressWarnings("NullAway.Init")
    protected RelapsePlan() {}

    /**
     * @param sealed what it says, sealed for this version
     * @param by who of the staff wrote it down with the patient; null where the patient did alone
     */
    RelapsePlan(UUID id, Stay stay, int version, String sealed, @Nullable StaffId by, Instant now) {
        this.id = id;
        this.episode = stay.episode();
        this.patient = stay.patient();
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

    RelapsePlanView view(RelapsePlanContent opened) {
        return new RelapsePlanView(id, episode, patient, version, opened, writtenBy, writtenAt);
    }
}
