package org.stepwell.enrollment.reporting;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Version;
import java.io.Serializable;
import java.time.Instant;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;

/** What a patient answered at one moment of an episode; earlier versions are kept beside. */
@Entity
class TedsRecord {

    @EmbeddedId
    private Key key;

    @Version
    private int version;

    private PatientId patient;

    /** Sealed. */
    private String answers;

    private boolean imputed;
    private String recordedBy;
    private Instant recordedAt;

    /** An episode has one record of each moment. */
    @Embeddable
    record Key(
            EpisodeId episode, @Enumerated(EnumType.STRING) Moment moment) implements Serializable {}

    @SuppressWarnings("NullAway.Init")
    protected TedsRecord() {}

    TedsRecord(Key key, PatientId patient) {
        this.key = key;
        this.patient = patient;
        this.answers = "";
        this.recordedBy = "";
        this.recordedAt = Instant.EPOCH;
    }

    /** Takes answers; they come sealed. */
    void answered(String sealedAnswers, boolean wereImputed, String by, Instant now) {
        answers = sealedAnswers;
        imputed = wereImputed;
        recordedBy = by;
        recordedAt = now;
    }

    Key key() {
        return key;
    }

    int version() {
        return version;
    }

    PatientId patient() {
        return patient;
    }

    String sealedAnswers() {
        return answers;
    }

    boolean imputed() {
        return imputed;
    }

    String recordedBy() {
        return recordedBy;
    }

    Instant recordedAt() {
        return recordedAt;
    }
}
