package org.stepwell.therapy.outreach;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;

/** A patient stays away: from the first session they missed until somebody hears of them. */
@Entity
class AbsenceRun {

    @Id
    private UUID id;

    @Version
    private int version;

    private EpisodeId episode;
    private PatientId patient;
    private LocalDate beganOn;
    private Instant lastMissedAt;
    private @Nullable Instant endedAt;

    @Enumerated(EnumType.STRING)
    private @Nullable RunEnd endedBecause;

    @SuppressWarnings("NullAway.Init")
    protected AbsenceRun() {}

    AbsenceRun(UUID id, EpisodeId episode, PatientId patient, Absence absence) {
        this.id = id;
        this.episode = episode;
        this.patient = patient;
        is(absence);
    }

    /** What is known of it now: it may have begun later, or gone on. */
    final void is(Absence absence) {
        beganOn = absence.beganOn();
        lastMissedAt = absence.lastMissedAt();
    }

    /** Nobody looks for them any more. */
    void ended(RunEnd because, Instant now) {
        endedBecause = because;
        endedAt = now;
    }

    UUID id() {
        return id;
    }

    EpisodeId episode() {
        return episode;
    }

    PatientId patient() {
        return patient;
    }

    LocalDate beganOn() {
        return beganOn;
    }

    Instant lastMissedAt() {
        return lastMissedAt;
    }

    boolean isOpen() {
        return endedAt == null;
    }

    OutreachView.RunView view(List<OutreachView.StepView> steps) {
        return new OutreachView.RunView(id, beganOn, lastMissedAt, endedAt, endedBecause, steps);
    }
}
