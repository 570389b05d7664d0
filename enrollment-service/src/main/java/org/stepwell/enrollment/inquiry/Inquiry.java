package org.stepwell.enrollment.inquiry;

import jakarta.persistence.Convert;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.InquiryId;
import org.stepwell.platform.problem.Refusal;

/** A first call. Whoever called is kept sealed; nothing says that they are a patient. */
@Entity
class Inquiry {

    @EmbeddedId
    private InquiryId id;

    @Version
    private int version;

    @Enumerated(EnumType.STRING)
    private Channel channel;

    @Enumerated(EnumType.STRING)
    private InquirySource source;

    @Enumerated(EnumType.STRING)
    private Status status;

    private @Nullable String caller;
    private Instant receivedAt;

    @Convert(converter = TriesColumn.class)
    private Tries tries;

    private @Nullable Instant firstContactAt;
    private @Nullable Instant registeredAt;

    @Enumerated(EnumType.STRING)
    private @Nullable Closing closedBecause;

    /** How the call came. */
    enum Channel {
        PHONE,
        WEB,
        WALK_IN,
        REFERRAL
    }

    /** Why nothing came of it. */
    enum Closing {
        NOT_INTERESTED,
        NOT_REACHED,
        ANOTHER_LEVEL_OF_CARE,
        ANOTHER_PROGRAM,
        NO_COVERAGE,
        CALLED_BEFORE,
        OTHER
    }

    /** Where it stands. */
    enum Status {
        NEW,
        CONTACTED,
        REGISTERED,
        CLOSED;

        Set<Status> next() {
            return switch (this) {
                case NEW -> EnumSet.of(CONTACTED, REGISTERED, CLOSED);
                case CONTACTED -> EnumSet.of(REGISTERED, CLOSED);
                case REGISTERED -> EnumSet.of(CLOSED); // who is registered may still not come
                case CLOSED -> EnumSet.noneOf(Status.class);
            };
        }
    }

    @SuppressWarnings("NullAway.Init")
    protected Inquiry() {}

    Inquiry(InquiryId id, Channel channel, InquirySource source, String sealedCaller, Instant now) {
        this.id = id;
        this.channel = channel;
        this.source = source;
        this.caller = sealedCaller;
        this.receivedAt = now;
        this.status = Status.NEW;
        this.tries = Tries.NONE;
    }

    /** Somebody called back; whether the caller could be spoken with. */
    void tried(boolean reached, String by, Instant now) {
        if (status != Status.NEW && status != Status.CONTACTED) {
            throw new Refusal(InquiryRule.INQUIRY_IS_DONE, "It is %s; note a new one.".formatted(status));
        }
        tries = tries.and(new Tries.Try(now, by, reached));
        if (reached && status == Status.NEW) {
            become(Status.CONTACTED);
            firstContactAt = now;
        }
    }

    void registered(Instant now) {
        become(Status.REGISTERED);
        registeredAt = now;
        if (firstContactAt == null) {
            firstContactAt = now;
        }
    }

    /** Nothing came of it; of whom is registered, nothing any more where they neither wait nor were admitted. */
    void close(Closing reason, boolean cameAfterIt) {
        if (cameAfterIt) {
            throw new Refusal(
                    InquiryRule.INQUIRY_LED_TO_AN_EPISODE,
                    "They are on a list or were admitted; how that ends is said there.");
        }
        become(Status.CLOSED);
        closedBecause = reason;
    }

    /** Who called, and what they said, is erased. */
    void forget() {
        caller = null;
    }

    private void become(Status next) {
        if (!status.next().contains(next)) {
            throw new Refusal(InquiryRule.INQUIRY_IS_DONE, "It is %s and can not become %s.".formatted(status, next));
        }
        status = next;
    }

    InquiryId id() {
        return id;
    }

    int version() {
        return version;
    }

    Channel channel() {
        return channel;
    }

    InquirySource source() {
        return source;
    }

    Status status() {
        return status;
    }

    @Nullable
    String sealedCaller() {
        return caller;
    }

    Instant receivedAt() {
        return receivedAt;
    }

    Tries tries() {
        return tries;
    }

    @Nullable
    Instant firstContactAt() {
        return firstContactAt;
    }

    @Nullable
    Instant registeredAt() {
        return registeredAt;
    }

    @Nullable
    Closing closedBecause() {
        return closedBecause;
    }
}
