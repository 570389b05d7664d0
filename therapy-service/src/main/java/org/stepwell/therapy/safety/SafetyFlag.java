package org.stepwell.therapy.safety;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.finding.FindingEvent.SafetyChanged;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.FindingId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.platform.problem.Refusal;

/** A warning about a patient; it stands until somebody has looked after them and said what came of it. */
@Entity
class SafetyFlag {

    static final String SERVICE = "therapy";

    @Id
    private UUID id;

    @Version
    private int version;

    private PatientId patient;
    private EpisodeId episode;
    private String flag;
    private Instant raisedAt;
    private Instant lastRaisedAt;
    private Instant screenerFrom;
    private int timesRaised;
    private @Nullable Instant clearedAt;
    private @Nullable StaffId clearedBy;
    private @Nullable String credentials;

    @Enumerated(EnumType.STRING)
    private @Nullable Disposition disposition;

    @Enumerated(EnumType.STRING)
    private @Nullable RiskLevel riskLevel;

    private @Nullable String assessment;

    @SuppressWarnings("NullAway.Init")
    protected SafetyFlag() {}

    SafetyFlag(UUID id, PatientId patient, EpisodeId episode, String flag, Instant now) {
        this.id = id;
        this.patient = patient;
        this.episode = episode;
        this.flag = flag;
        this.raisedAt = now;
        this.lastRaisedAt = now;
        this.screenerFrom = now;
        this.timesRaised = 1;
    }

    /** Somebody looked after the patient; what they found is kept sealed. */
    SafetyChanged clear(Clearance found, String sealedAssessment, Instant now) {
        found.mustFit(flag, lastRaisedAt);
        var said = cleared(found.disposition(), now);
        clearedBy = found.by();
        credentials = found.credentials().said();
        riskLevel = found.level();
        assessment = sealedAssessment;
        return said;
    }

    /** The suicide screener was asked. */
    SafetyChanged screened(Instant now) {
        return cleared(Disposition.SCREENER_TAKEN, now);
    }

    private SafetyChanged cleared(Disposition how, Instant now) {
        if (clearedAt != null) {
            throw new Refusal(SafetyRule.FLAG_IS_NOT_OPEN, "%s was cleared (%s).".formatted(flag, clearedAt));
        }
        clearedAt = now;
        disposition = how;
        return new SafetyChanged(SERVICE, id, patient, episode, flag, false, now);
    }

    UUID id() {
        return id;
    }

    FindingId finding() {
        return new FindingId(id);
    }

    /** It counts each time that the flag is raised, so that who clears it has seen the last. */
    int version() {
        return version;
    }

    /** A screener that was taken before says nothing of what was raised. */
    Instant screenerFrom() {
        return screenerFrom;
    }

    /** Of one that was cleared. */
    Instant clearedAt() {
        return Objects.requireNonNull(clearedAt);
    }

    /** Of a risk that somebody assessed. */
    RiskLevel riskLevel() {
        return Objects.requireNonNull(riskLevel);
    }

    @Nullable
    String assessment() {
        return assessment;
    }

    FlagView view(@Nullable String openedAssessment) {
        return new FlagView(
                id,
                version,
                SERVICE,
                flag,
                episode,
                clearedAt == null,
                raisedAt,
                lastRaisedAt,
                timesRaised,
                clearedAt,
                clearedBy,
                credentials,
                disposition,
                riskLevel,
                openedAssessment);
    }
}
