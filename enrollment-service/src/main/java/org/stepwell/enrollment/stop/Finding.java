package org.stepwell.enrollment.stop;

import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.finding.FindingEvent.SafetyChanged;
import org.stepwell.contracts.id.FindingId;
import org.stepwell.contracts.id.MeasureId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.ScreeningId;
import org.stepwell.platform.problem.FieldError;
import org.stepwell.platform.problem.Refusal;

/**
 * Something that was found and stops the patient's admission until it is dealt with. What was found stays: the database lets
 * nobody change or delete it, and what was done about it stands beside.
 */
@Entity
@DynamicUpdate
class Finding {

    private static final String SERVICE = "enrollment";

    @EmbeddedId
    private FindingId id;

    @Version
    private int version;

    private PatientId patient;

    @Enumerated(EnumType.STRING)
    private Stop stop;

    private @Nullable ScreeningId screening;
    private @Nullable MeasureId measure;
    private Instant raisedAt;
    private Instant lastRaisedAt;
    private int timesRaised;

    @SuppressWarnings("UnusedVariable") // who found it stays with the finding
    private String raisedBy;

    @Enumerated(EnumType.STRING)
    private FindingStatus status;

    private @Nullable Clearance clearance;
    private @Nullable Overriding overriding;
    private @Nullable CoSignature coSignature;

    @SuppressWarnings("NullAway.Init")
    protected Finding() {}

    Finding(FindingId id, PatientId patient, Stop stop, String by, Instant now) {
        this.id = id;
        this.patient = patient;
        this.stop = stop;
        this.raisedBy = by;
        this.raisedAt = now;
        this.lastRaisedAt = now;
        this.timesRaised = 1;
        this.status = FindingStatus.OPEN;
    }

    /** It was found, for the first time. */
    Optional<SafetyChanged> raised() {
        return said(true, lastRaisedAt);
    }

    /** Somebody whose license is enough says what came of it; the assessment comes sealed. */
    Optional<SafetyChanged> clear(Disposition how, String sealedAssessment, Actor by, Instant now) {
        if (!stop.conduct().dispositions().contains(how) || !how.said()) {
            throw new Refusal(
                    StopRule.DISPOSITION_FITS_STOP,
                    "%s is cleared by one of %s.".formatted(stop, stop.conduct().words()),
                    List.of(new FieldError(
                            "/disposition", "one of " + stop.conduct().words())));
        }
        var role = stop.conduct().clears().required(by);
        become(FindingStatus.CLEARED);
        clearance = new Clearance(how, sealedAssessment, by.subject(), role, now);
        return said(false, now);
    }

    /** It is dealt with by something that was done. */
    Optional<SafetyChanged> settle(Disposition how, String by, Instant now) {
        become(FindingStatus.CLEARED);
        clearance = new Clearance(how, null, by, null, now);
        return said(false, now);
    }

    /** Somebody whose license is enough admits in spite of it, and says why. */
    void override(Grounds why, UnaryOperator<String> seal, Actor by, Instant now) {
        @Nullable License overrides = stop.conduct().overrides();
        if (overrides == null) {
            throw new Refusal(
                    StopRule.HARD_STOP_STAYS,
                    "%s is cleared by one of %s.".formatted(stop, stop.conduct().words()));
        }
        var role = overrides.required(by);
        if (stop.conduct().plan() && why.plan() == null) {
            throw new Refusal(
                    StopRule.WITHDRAWAL_PLAN_REQUIRED,
                    "Say who sees the patient daily, and what they are given.",
                    List.of(new FieldError("/plan", "how withdrawal is managed here")));
        }
        @Nullable License coSigns = stop.conduct().coSigns();
        become(
                coSigns == null || coSigns.of(by).isPresent()
                        ? FindingStatus.OVERRIDDEN
                        : FindingStatus.CO_SIGNATURE_DUE);
        var sealed = why.sealed(seal);
        @Nullable String credential = by.credentials().isEmpty() ? null : String.join(", ", by.credentials());
        overriding = new Overriding(sealed.reason(), sealed.plan(), by.subject(), role, credential, now);
    }

    /** The same by a decision that takes the place of one which still waited for its second signature. */
    void decidedAnew(Grounds why, UnaryOperator<String> seal, Actor by, Instant now) {
        status = FindingStatus.OPEN;
        override(why, seal, by, now);
    }

    /** Another person, whose license is enough, stands by the override. */
    void coSign(Actor by, Instant now) {
        if (status != FindingStatus.CO_SIGNATURE_DUE || overriding == null) {
            throw new Refusal(StopRule.NO_CO_SIGNATURE_DUE, "It is %s.".formatted(status));
        }
        if (overriding.by().equals(by.subject())) {
            throw new Refusal(StopRule.NOBODY_CO_SIGNS_THEMSELVES, "You made this override yourself.");
        }
        @Nullable License coSigns = stop.conduct().coSigns();
        var role = (coSigns == null ? License.LICENSED : coSigns).required(by);
        become(FindingStatus.OVERRIDDEN);
        coSignature = new CoSignature(by.subject(), role, now);
    }

    private void become(FindingStatus next) {
        if (!status.next().contains(next)) {
            throw new Refusal(StopRule.FINDING_IS_SETTLED, "%s is %s.".formatted(stop, status));
        }
        status = next;
    }

    private Optional<SafetyChanged> said(boolean raised, Instant at) {
        return stop.conduct().warning()
                ? Optional.of(new SafetyChanged(SERVICE, id.value(), patient, null, stop.name(), raised, at))
                : Optional.empty();
    }

    FindingId id() {
        return id;
    }

    int version() {
        return version;
    }

    PatientId patient() {
        return patient;
    }

    Stop stop() {
        return stop;
    }

    FindingStatus status() {
        return status;
    }

    Instant raisedAt() {
        return raisedAt;
    }

    Instant lastRaisedAt() {
        return lastRaisedAt;
    }

    int timesRaised() {
        return timesRaised;
    }

    @Nullable
    ScreeningId screening() {
        return screening;
    }

    @Nullable
    MeasureId measure() {
        return measure;
    }

    @Nullable
    Clearance clearance() {
        return clearance;
    }

    @Nullable
    Overriding overriding() {
        return overriding;
    }

    @Nullable
    CoSignature coSignature() {
        return coSignature;
    }
}
