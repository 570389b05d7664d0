package org.stepwell.aftercare.letter;

import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.code.DisclosurePurpose;
import org.stepwell.contracts.code.Recipient;
import org.stepwell.contracts.id.ConsentId;
import org.stepwell.contracts.id.LetterId;
import org.stepwell.contracts.id.NextStepId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.consent.Ask;
import org.stepwell.platform.problem.Refusal;
import org.stepwell.platform.problem.Rule;

/** A letter that asks somebody whether they receive a patient, from when it is written until its link opens nothing any more. */
@Entity
class ReferralLetter {

    private static final Duration A_DAY = Duration.ofDays(1);

    @EmbeddedId
    private LetterId id;

    @Version
    private int version;

    @SuppressWarnings("unused") // read by the repository
    private NextStepId step;

    private PatientId patient;

    @Enumerated(EnumType.STRING)
    private LetterOrder.Way way;

    @Enumerated(EnumType.STRING)
    private Recipient.Kind recipientKind;

    private @Nullable UUID recipientId;

    @Enumerated(EnumType.STRING)
    private DisclosurePurpose purpose;

    /** The details, by name, with commas between. */
    private String categories;

    private ConsentId consent;
    private String receiver;
    private String said;
    private LocalDate answerBy;
    private Instant opensUntil;

    @Enumerated(EnumType.STRING)
    private Status status;

    private Instant writtenAt;
    private String writtenBy;
    private @Nullable Instant sentAt;
    private @Nullable Instant openedAt;
    private @Nullable String stoppedBy;
    private @Nullable Instant endedAt;
    private @Nullable Instant keptAt;

    /** Where it stands. */
    @Schema(name = "ReferralLetterStatus")
    enum Status {
        QUEUED,
        SENT,
        /** By its reader, through the link. */
        ANSWERED,
        /** A rule said no when it was to leave. */
        STOPPED,
        /** By staff, before it left or after. */
        WITHDRAWN,
        /** There is no such mailbox, or nobody took it for days. */
        UNDELIVERABLE,
        /** Its day was over, or the step was answered otherwise, when another one was written. */
        EXPIRED;

        Set<Status> next() {
            return switch (this) {
                case QUEUED -> EnumSet.of(SENT, STOPPED, WITHDRAWN, UNDELIVERABLE, EXPIRED);
                case SENT -> EnumSet.of(ANSWERED, WITHDRAWN, EXPIRED);
                case ANSWERED, STOPPED, WITHDRAWN, UNDELIVERABLE, EXPIRED -> EnumSet.noneOf(Status.class);
            };
        }
    }

    /** What a letter keeps sealed. */
    record Sealed(String receiver, String said) {}

    @SuppressWarnings("NullAway.Init")
    protected ReferralLetter() {}

    ReferralLetter(
            LetterId id,
            NextStepId step,
            PatientId patient,
            LetterOrder order,
            ConsentId consent,
            Sealed sealed,
            Instant opensUntil,
            String by,
            Instant now) {
        this.id = id;
        this.step = step;
        this.patient = patient;
        this.way = order.way();
        this.recipientKind = order.recipient().kind();
        this.recipientId = order.recipient().id();
        this.purpose = order.purpose();
        this.categories = order.also().stream().sorted().map(Enum::name).collect(Collectors.joining(","));
        this.consent = consent;
        this.receiver = sealed.receiver();
        this.said = sealed.said();
        this.answerBy = order.answerBy();
        this.opensUntil = opensUntil;
        this.writtenBy = by;
        this.writtenAt = now;
        this.status = Status.QUEUED;
    }

    /** Its link is on its way, or in the hands of whoever wrote it. */
    void send(Instant now) {
        become(Status.SENT);
        sentAt = now;
    }

    /** It does not leave, by this rule. */
    void stop(Rule rule, Instant now) {
        end(Status.STOPPED, now);
        stoppedBy = rule.slug();
    }

    /** Nobody takes it. */
    void bounce(Instant now) {
        end(Status.UNDELIVERABLE, now);
    }

    void answered(Instant now) {
        end(Status.ANSWERED, now);
    }

    void withdraw(Instant now) {
        mustWait(now);
        end(Status.WITHDRAWN, now);
    }

    /** There is nothing to ask any more. */
    void lapse(Instant now) {
        end(Status.EXPIRED, now);
    }

    /** Another one is to be written: refused while this one may be answered. */
    void makeWay(Instant now) {
        if (isOpen(now) || status == Status.QUEUED) {
            throw new Refusal(
                    ReferralLetterRule.RECEIVER_ANSWERS_ONE_LETTER,
                    "A letter waits until %s. Withdraw it first.".formatted(answerBy));
        }
        lapse(now);
    }

    /** Refuses where there is nothing to wait for any more. */
    void mustWait(Instant now) {
        if (status != Status.QUEUED && !isOpen(now)) {
            throw new Refusal(
                    ReferralLetterRule.LETTER_WAITS, "It is %s, and was open until %s.".formatted(status, opensUntil));
        }
    }

    /** Whether its link opens it, as far as it is for the letter to say. */
    boolean isOpen(Instant now) {
        return status == Status.SENT && now.isBefore(opensUntil);
    }

    /** Its reader saw what it says. */
    void opened(Instant now) {
        if (openedAt == null) {
            openedAt = now;
        }
    }

    /** Its link is kept shut: whether for the first time in a day. */
    boolean isKeptAnew(Instant now) {
        boolean anew = keptAt == null || !now.isBefore(keptAt.plus(A_DAY));
        if (anew) {
            keptAt = now;
        }
        return anew;
    }

    private void end(Status next, Instant now) {
        become(next);
        endedAt = now;
    }

    private void become(Status next) {
        if (!status.next().contains(next)) {
            throw new IllegalStateException("%s does not follow %s".formatted(next, status));
        }
        status = next;
    }

    /** What has to be asked each time that somebody is to see it. */
    Ask ask() {
        return order().ask(patient);
    }

    LetterOrder order() {
        var also = EnumSet.noneOf(LetterOrder.Detail.class);
        if (!categories.isEmpty()) {
            Arrays.stream(categories.split(",", -1))
                    .map(LetterOrder.Detail::valueOf)
                    .forEach(also::add);
        }
        return new LetterOrder(way, new Recipient(recipientKind, recipientId), purpose, also, answerBy);
    }

    /** By which it was written: it leaves, and is opened, by this one alone. */
    ConsentId consent() {
        return consent;
    }

    LetterId id() {
        return id;
    }

    int version() {
        return version;
    }

    NextStepId step() {
        return step;
    }

    PatientId patient() {
        return patient;
    }

    Status status() {
        return status;
    }

    Sealed sealed() {
        return new Sealed(receiver, said);
    }

    Instant opensUntil() {
        return opensUntil;
    }

    Instant writtenAt() {
        return writtenAt;
    }

    String writtenBy() {
        return writtenBy;
    }

    @Nullable
    Instant sentAt() {
        return sentAt;
    }

    @Nullable
    Instant openedAt() {
        return openedAt;
    }

    @Nullable
    String stoppedBy() {
        return stoppedBy;
    }

    @Nullable
    Instant endedAt() {
        return endedAt;
    }
}
