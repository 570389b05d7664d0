package org.stepwell.enrollment.letter;

import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.code.DisclosurePurpose;
import org.stepwell.contracts.code.Recipient;
import org.stepwell.contracts.id.ConsentId;
import org.stepwell.contracts.id.LetterId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.consent.Ask;
import org.stepwell.platform.letter.OutgoingLetter;
import org.stepwell.platform.problem.Refusal;
import org.stepwell.platform.problem.Rule;

/**
 * A letter about a patient, from when it is written until its link opens nothing any more. Who reads it, and what it says, is
 * sealed.
 */
@Entity
class Letter implements OutgoingLetter {

    private static final Duration A_DAY = Duration.ofDays(1);

    @EmbeddedId
    private LetterId id;

    @Version
    private int version;

    private PatientId patient;

    @Enumerated(EnumType.STRING)
    private LetterKind kind;

    private @Nullable LocalDate firstDay;
    private @Nullable LocalDate lastDay;

    @Enumerated(EnumType.STRING)
    private Recipient.Kind recipientKind;

    private @Nullable UUID recipientId;

    @Enumerated(EnumType.STRING)
    private DisclosurePurpose purpose;

    private ConsentId consent;
    private String reader;
    private Instant leavesAt;

    @Enumerated(EnumType.STRING)
    private Status status;

    private Instant writtenAt;
    private String writtenBy;
    private @Nullable String said;
    private @Nullable Instant sentAt;
    private @Nullable Instant opensUntil;
    private @Nullable String stoppedBy;
    private @Nullable Instant endedAt;
    private @Nullable Instant keptAt;

    /** Where it stands. */
    @Schema(name = "LetterStatus")
    enum Status {
        QUEUED,
        SENT,
        /** A rule said no: when its consent ended, or when it was to leave. */
        STOPPED,
        /** By staff, before it left or after. */
        WITHDRAWN,
        /** There is no such mailbox, or nobody took it for days. */
        UNDELIVERABLE;

        Set<Status> next() {
            return switch (this) {
                case QUEUED -> EnumSet.of(SENT, STOPPED, WITHDRAWN, UNDELIVERABLE);
                case SENT -> EnumSet.of(WITHDRAWN);
                case STOPPED, WITHDRAWN, UNDELIVERABLE -> EnumSet.noneOf(Status.class);
            };
        }
    }

    @SuppressWarnings("NullAway.Init")
    protected Letter() {}

    Letter(
            LetterId id,
            PatientId patient,
            LetterOrder order,
            ConsentId consent,
            String sealedReader,
            String by,
            Instant now) {
        this.id = id;
        this.patient = patient;
        this.kind = order.kind();
        this.firstDay = order.firstDay();
        this.lastDay = order.lastDay();
        this.recipientKind = order.recipient().kind();
        this.recipientId = order.recipient().id();
        this.purpose = order.purpose();
        this.leavesAt = order.leavesAt();
        this.consent = consent;
        this.reader = sealedReader;
        this.writtenBy = by;
        this.writtenAt = now;
        this.status = Status.QUEUED;
    }

    /** It leaves: what it says from now on is what is known now. */
    void send(String sealedWords, Instant until, Instant now) {
        become(Status.SENT);
        said = sealedWords;
        sentAt = now;
        opensUntil = until;
    }

    /** It does not leave, by this rule. */
    @Override
    public void stop(Rule rule, Instant now) {
        become(Status.STOPPED);
        stoppedBy = rule.slug();
        endedAt = now;
    }

    /** Nobody takes it. */
    @Override
    public void bounce(Instant now) {
        become(Status.UNDELIVERABLE);
        endedAt = now;
    }

    void withdraw(Instant now) {
        if (!status.next().contains(Status.WITHDRAWN)) {
            throw new Refusal(LetterRule.LETTER_IS_OVER, "It is %s since %s.".formatted(status, endedAt));
        }
        if (opensUntil != null && !now.isBefore(opensUntil)) {
            throw new Refusal(LetterRule.LETTER_IS_OVER, "Its link opened it until %s.".formatted(opensUntil));
        }
        become(Status.WITHDRAWN);
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

    /** By which it was written: it leaves, and is opened, by this one alone, or by what stands in its place. */
    ConsentId consent() {
        return consent;
    }

    /** Its link is kept shut: whether for the first time in a day. */
    boolean isKeptAnew(Instant now) {
        boolean anew = keptAt == null || !now.isBefore(keptAt.plus(A_DAY));
        if (anew) {
            keptAt = now;
        }
        return anew;
    }

    /** What its link shows, sealed; nothing before it was sent, and once it was withdrawn. */
    Optional<String> shown() {
        return Optional.ofNullable(said).filter(_ -> status == Status.SENT);
    }

    @Override
    public boolean isQueued() {
        return status == Status.QUEUED;
    }

    @Override
    public boolean isTriedAt(Instant now) {
        return order().isTriedAt(now);
    }

    @Override
    public LetterId id() {
        return id;
    }

    int version() {
        return version;
    }

    @Override
    public PatientId patient() {
        return patient;
    }

    Recipient recipient() {
        return new Recipient(recipientKind, recipientId);
    }

    LetterOrder order() {
        return new LetterOrder(kind, firstDay, lastDay, recipient(), purpose, leavesAt);
    }

    Status status() {
        return status;
    }

    String sealedReader() {
        return reader;
    }

    @Nullable
    String sealedWords() {
        return said;
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
    Instant opensUntil() {
        return opensUntil;
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
