package org.stepwell.therapy.outreach;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.StaffId;

/** That somebody tried to reach a patient, and what came of it. */
@Entity
class OutreachAttempt {

    @Id
    private UUID id;

    @Version
    private int version;

    @SuppressWarnings("UnusedVariable") // asked for by queries alone
    private EpisodeId episode;

    @SuppressWarnings("UnusedVariable") // whose it is
    private PatientId patient;

    private Instant madeAt;

    @Enumerated(EnumType.STRING)
    private Way way;

    @Enumerated(EnumType.STRING)
    private Outcome outcome;

    private @Nullable String note;
    private StaffId recordedBy;
    private Instant recordedAt;
    private @Nullable Instant takenBackAt;

    @SuppressWarnings("NullAway.Init")
    protected OutreachAttempt() {}

    /** @param sealedNote sealed for this attempt */
    OutreachAttempt(UUID id, Made made, @Nullable String sealedNote) {
        made.mustFit();
        this.id = id;
        this.episode = made.episode();
        this.patient = made.patient();
        this.madeAt = made.at();
        this.way = made.way();
        this.outcome = made.outcome();
        this.note = sealedNote;
        this.recordedBy = made.by();
        this.recordedAt = made.recordedAt();
    }

    /** What somebody did, of whom, and when they wrote it down. */
    record Made(
            EpisodeId episode,
            PatientId patient,
            Instant at,
            Way way,
            Outcome outcome,
            StaffId by,
            Instant recordedAt) {

        void mustFit() {
            if (at.isAfter(recordedAt)) {
                throw OutreachRule.ATTEMPT_OF_A_TIME_IN_THE_PROGRAM.at(
                        "/at", "It is not %s yet (now %s).".formatted(at, recordedAt));
            }
            if (outcome == Outcome.WRONG_NUMBER && !way.hasANumber()) {
                throw OutreachRule.OUTCOME_FITS_THE_WAY.at(
                        "/outcome", "%s has no number that is wrong.".formatted(way));
            }
        }
    }

    /** It was written down by mistake; once. */
    void takenBack(Instant now) {
        takenBackAt = takenBackAt == null ? now : takenBackAt;
    }

    /** Whether it does what a step asks for. */
    boolean does(Rung rung, Instant since) {
        return !madeAt.isBefore(since)
                && switch (rung) {
                    case SAME_DAY_CONTACT -> true;
                    case THERAPIST_CALL -> way.speaks();
                    case WELFARE_CHECK -> outcome == Outcome.REACHED || outcome == Outcome.OTHERS_LOOK_AFTER;
                    case CERTIFIED_LETTER -> way == Way.LETTER;
                    case TEAM_REVIEW, DISCHARGE_PROPOSAL -> false;
                };
    }

    UUID id() {
        return id;
    }

    Instant madeAt() {
        return madeAt;
    }

    boolean reached() {
        return outcome == Outcome.REACHED;
    }

    /** Whether somebody spoke with the patient. */
    boolean spoke() {
        return reached() && way.speaks();
    }

    StaffId recordedBy() {
        return recordedBy;
    }

    @Nullable
    String note() {
        return note;
    }

    OutreachView.AttemptView view(@Nullable String openedNote) {
        return new OutreachView.AttemptView(id, madeAt, way, outcome, openedNote, recordedBy, recordedAt);
    }
}
