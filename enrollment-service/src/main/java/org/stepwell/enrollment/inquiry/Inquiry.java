package org.stepwell.enrollment.inquiry;

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
    private Status status;

    private @Nullable String caller;
    private Instant receivedAt;
    private @Nullable Instant firstContactAt;

    /** How the call came. */
    enum Channel {
        PHONE,
        WEB,
        WALK_IN,
        REFERRAL
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
                case REGISTERED, CLOSED -> EnumSet.noneOf(Status.class);
            };
        }
    }

    @SuppressWarnings("NullAway.Init")
    protected Inquiry() {}

    Inquiry(InquiryId id, Channel channel, String sealedCaller, Instant now) {
        this.id = id;
        this.channel = channel;
        this.caller = sealedCaller;
        this.receivedAt = now;
        this.status = Status.NEW;
    }

    void contacted(Instant now) {
        become(Status.CONTACTED);
        firstContactAt = now;
    }

    void registered(Instant now) {
        become(Status.REGISTERED);
        if (firstContactAt == null) {
            firstContactAt = now;
        }
    }

    void close() {
        become(Status.CLOSED);
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

    @Nullable
    Instant firstContactAt() {
        return firstContactAt;
    }
}
