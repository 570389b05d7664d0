package org.stepwell.enrollment.inquiry;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.InquiryId;
import org.stepwell.platform.access.Role;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.platform.problem.FieldError;
import org.stepwell.platform.problem.HttpRule;
import org.stepwell.platform.problem.Refusal;
import org.stepwell.platform.seal.SealedJson;
import org.stepwell.platform.task.TaskKind;
import org.stepwell.platform.task.Tasks;

/** Takes a first call, whoever noted it down: somebody calls back within the hour, or their supervisor hears of it. */
@Singleton
public class ReceiveInquiry {

    static final String CALLER = "inquiry-caller";

    private static final Duration WITHIN = Duration.ofHours(1);
    private static final Duration NOTED_WITHIN = Duration.ofDays(30);

    private static final TaskKind CALL_BACK = new TaskKind(
            "call-back",
            "Somebody asked for a first talk: call them back the way they said. Nothing confirms that anybody is a patient.",
            List.of(Role.INTAKE, Role.SUPERVISOR),
            WITHIN,
            false);

    private final Inquiries inquiries;
    private final ForgottenCallers forgotten;
    private final SealedJson sealed;
    private final Tasks tasks;
    private final Clock clock;

    ReceiveInquiry(Inquiries inquiries, ForgottenCallers forgotten, SealedJson sealed, Tasks tasks, Clock clock) {
        this.inquiries = inquiries;
        this.forgotten = forgotten;
        this.sealed = sealed;
        this.tasks = tasks;
        this.clock = clock;
    }

    @Produces
    @Singleton
    static TaskKind callBack() {
        return CALL_BACK;
    }

    Inquiry receive(Inquiry.Channel channel, InquirySource source, Caller caller) {
        return receive(channel, source, caller, null);
    }

    /** A call that came some time ago, as a message does; from then on its caller waits to be answered. */
    Inquiry receive(Inquiry.Channel channel, InquirySource source, Caller caller, @Nullable Instant cameAt) {
        var id = new InquiryId(Uuid7.next());
        var now = clock.instant();
        var receivedAt = cameAt == null ? now : cameAt;
        if (receivedAt.isAfter(now) || receivedAt.isBefore(now.minus(NOTED_WITHIN))) {
            throw new Refusal(
                    InquiryRule.CALLED_LATELY,
                    "It is %s.".formatted(now),
                    List.of(new FieldError("/receivedAt", "a time of the last thirty days")));
        }
        return keep(new Inquiry(id, channel, source, sealed.seal(CALLER, id.value(), caller), receivedAt), now);
    }

    private Inquiry keep(Inquiry inquiry, Instant now) {
        inquiries.persistAndFlush(inquiry);
        forgotten.remember(inquiry);
        tasks.open(new Tasks.Cause(CALL_BACK, inquiry.id(), null, null, now), null, now.plus(WITHIN));
        return inquiry;
    }

    /** Our own aftercare sends somebody back: they are called as if they had called, at the time when they said yes. */
    public InquiryId sentBack(Caller whom, Instant at) {
        var id = new InquiryId(Uuid7.next());
        var caller = sealed.seal(CALLER, id.value(), whom);
        return keep(new Inquiry(id, Inquiry.Channel.REFERRAL, InquirySource.PROVIDER, caller, at), at)
                .id();
    }

    /** Somebody was sent by a partner: they are called as if they had called. */
    public InquiryId referred(InquirySource source, Caller whom) {
        return receive(Inquiry.Channel.REFERRAL, source, whom).id();
    }

    /** Who was sent; nothing once they are forgotten. */
    public Optional<Caller> whoIs(InquiryId id) {
        return Optional.ofNullable(inquiries.of(id).sealedCaller())
                .map(caller -> sealed.open(CALLER, id.value(), caller, Caller.class));
    }

    /** The call led to a registration. */
    public void registered(InquiryId id) {
        var inquiry = inquiries
                .findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> new Refusal(
                        HttpRule.REFERENCE_UNKNOWN,
                        "There is no inquiry %s here.".formatted(id),
                        List.of(new FieldError("/inquiry", "an inquiry of this clinic"))));
        inquiry.registered(clock.instant());
        answered(inquiry);
    }

    /** Whoever was sent is a patient already: nobody calls back, and nobody is registered by it any more. */
    public void known(InquiryId id) {
        var inquiry = inquiries.lockedOf(id);
        if (inquiry.status() != Inquiry.Status.CLOSED) {
            inquiry.registered(clock.instant());
            answered(inquiry);
        }
    }

    /** Somebody was spoken with, registered, or is not called any more. */
    void answered(Inquiry inquiry) {
        if (inquiry.status() != Inquiry.Status.NEW) {
            tasks.done(CALL_BACK, inquiry.id(), clock.instant());
        }
    }
}
