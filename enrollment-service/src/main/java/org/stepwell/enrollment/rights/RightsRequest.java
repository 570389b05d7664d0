package org.stepwell.enrollment.rights;

import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.RightsRequestId;
import org.stepwell.platform.problem.FieldError;
import org.stepwell.platform.problem.Refusal;

/** A patient asked for something that is theirs to ask, or complained. What was said on both sides is sealed. */
@Entity
class RightsRequest {

    /** A letter that was found later than that was mistyped. */
    private static final int DAYS_LATE_MAX = 365;

    @EmbeddedId
    private RightsRequestId id;

    @Version
    private int version;

    private PatientId patient;

    @Enumerated(EnumType.STRING)
    private Right askedFor;

    @Enumerated(EnumType.STRING)
    private Status status;

    private String words;
    private LocalDate receivedOn;
    private Instant receivedAt;

    @SuppressWarnings("UnusedVariable") // who took it stays with the register
    private String receivedBy;

    private LocalDate dueOn;
    private boolean extended;
    private @Nullable String extensionReason;

    @Enumerated(EnumType.STRING)
    private @Nullable Outcome outcome;

    private @Nullable String answer;
    private @Nullable String disagreement;

    @SuppressWarnings("UnusedVariable") // who answered stays with the register
    private @Nullable String answeredBy;

    private @Nullable Instant endedAt;

    /** Where it stands. */
    enum Status {
        OPEN,
        ANSWERED,
        WITHDRAWN;

        Set<Status> next() {
            return switch (this) {
                case OPEN -> EnumSet.of(ANSWERED, WITHDRAWN);
                case ANSWERED, WITHDRAWN -> EnumSet.noneOf(Status.class);
            };
        }
    }

    /** What came of it. */
    enum Outcome {
        GRANTED,
        PARTLY_GRANTED,
        DENIED,
        /** Of a complaint. */
        RESOLVED
    }

    @SuppressWarnings("NullAway.Init")
    protected RightsRequest() {}

    RightsRequest(
            RightsRequestId id,
            PatientId patient,
            Right right,
            String sealedWords,
            String by,
            Instant now,
            LocalDate receivedOn) {
        this.id = id;
        this.patient = patient;
        this.askedFor = right;
        this.words = sealedWords;
        this.receivedBy = by;
        this.receivedAt = now;
        this.receivedOn = receivedOn;
        this.dueOn = receivedOn.plusDays(right.days());
        this.status = Status.OPEN;
    }

    /** The day from which the time runs: today, unless it came earlier and is entered late. */
    static LocalDate received(@Nullable LocalDate said, LocalDate today) {
        if (said != null && (said.isAfter(today) || said.isBefore(today.minusDays(DAYS_LATE_MAX)))) {
            throw new Refusal(
                    RightsRule.RECEIVED_LATELY,
                    "Today is %s.".formatted(today),
                    List.of(new FieldError(
                            "/receivedOn", "%s to %s".formatted(today.minusDays(DAYS_LATE_MAX), today))));
        }
        return said == null ? today : said;
    }

    /** The answer takes longer, once, before the first day is over; the patient is told why and until when. */
    void extend(String sealedReason, LocalDate today) {
        mustBeOpen();
        if (today.isAfter(dueOn)) {
            throw new Refusal(RightsRule.PUT_OFF_IN_TIME, "It was due on %s. Answer it now.".formatted(dueOn));
        }
        if (extended || askedFor.extensionDays() == 0) {
            throw new Refusal(
                    RightsRule.PUT_OFF_ONCE,
                    askedFor.extensionDays() == 0
                            ? "%s is answered by %s.".formatted(askedFor, dueOn)
                            : "It was put off to %s before.".formatted(dueOn));
        }
        extended = true;
        extensionReason = sealedReason;
        dueOn = dueOn.plusDays(askedFor.extensionDays());
    }

    /** The privacy officer answers; what is said to the patient is sealed. */
    void answer(Outcome decided, String sealedAnswer, String by, Instant now) {
        if (!askedFor.isAnsweredBy(decided)) {
            throw new Refusal(
                    RightsRule.ANSWER_FITS_WHAT_WAS_ASKED,
                    "A complaint is RESOLVED; everything else is GRANTED, PARTLY_GRANTED or DENIED.",
                    List.of(new FieldError("/outcome", "does not answer %s".formatted(askedFor))));
        }
        become(Status.ANSWERED, now);
        outcome = decided;
        answer = sealedAnswer;
        answeredBy = by;
    }

    void withdraw(Instant now) {
        become(Status.WITHDRAWN, now);
    }

    /** The patient does not agree that the record stays as it is; that stands with it from now on, 45 CFR 164.526(d)(2). */
    void disagree(String sealedStatement) {
        if (askedFor != Right.AMENDMENT || outcome == null || outcome == Outcome.GRANTED) {
            throw new Refusal(
                    RightsRule.DISAGREEMENT_FOLLOWS_DENIAL, "It is for an amendment that was denied, or in part.");
        }
        if (disagreement != null) {
            throw new Refusal(RightsRule.DISAGREED_BEFORE, "Ask for another amendment instead.");
        }
        disagreement = sealedStatement;
    }

    private void become(Status next, Instant now) {
        if (!status.next().contains(next)) {
            throw new Refusal(RightsRule.REQUEST_IS_OVER, "It is %s since %s.".formatted(status, endedAt));
        }
        status = next;
        endedAt = now;
    }

    private void mustBeOpen() {
        if (status != Status.OPEN) {
            throw new Refusal(RightsRule.REQUEST_IS_OVER, "It is %s since %s.".formatted(status, endedAt));
        }
    }

    RightsRequestId id() {
        return id;
    }

    int version() {
        return version;
    }

    PatientId patient() {
        return patient;
    }

    Right right() {
        return askedFor;
    }

    Status status() {
        return status;
    }

    LocalDate receivedOn() {
        return receivedOn;
    }

    Instant receivedAt() {
        return receivedAt;
    }

    LocalDate dueOn() {
        return dueOn;
    }

    boolean extended() {
        return extended;
    }

    @Nullable
    Outcome outcome() {
        return outcome;
    }

    String sealedWords() {
        return words;
    }

    @Nullable
    String sealedExtensionReason() {
        return extensionReason;
    }

    @Nullable
    String sealedAnswer() {
        return answer;
    }

    @Nullable
    String sealedDisagreement() {
        return disagreement;
    }

    @Nullable
    Instant endedAt() {
        return endedAt;
    }
}
