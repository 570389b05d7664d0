package org.stepwell.aftercare.letter;

import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Version;
import java.time.Instant;
import org.stepwell.aftercare.letter.LetterCourse.Status;
import org.stepwell.contracts.id.ConsentId;
import org.stepwell.contracts.id.LetterId;
import org.stepwell.contracts.id.NextStepId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.consent.Ask;
import org.stepwell.platform.letter.LetterPost;
import org.stepwell.platform.letter.OutgoingLetter;
import org.stepwell.platform.problem.Refusal;
import org.stepwell.platform.problem.Rule;

/** A letter that asks somebody whether they receive a patient, from when it is written until its link opens nothing any more. */
@Entity
class ReferralLetter implements OutgoingLetter {

    @EmbeddedId
    private LetterId id;

    @Version
    private int version;

    @SuppressWarnings("unused") // read by the repository
    private NextStepId step;

    private PatientId patient;

    @Embedded
    private StoredOrder order;

    private ConsentId consent;
    private String receiver;
    private String said;
    private Instant opensUntil;
    private Instant writtenAt;
    private String writtenBy;

    @Embedded
    private LetterCourse course;

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
        this.order = new StoredOrder(order);
        this.consent = consent;
        this.receiver = sealed.receiver();
        this.said = sealed.said();
        this.opensUntil = opensUntil;
        this.writtenBy = by;
        this.writtenAt = now;
        this.course = new LetterCourse();
    }

    /** Its link is on its way, or in the hands of whoever wrote it. */
    void send(Instant now) {
        course.sent(now);
    }

    /** It does not leave, by this rule. */
    @Override
    public void stop(Rule rule, Instant now) {
        course.stopped(rule, now);
    }

    /** Nobody takes it. */
    @Override
    public void bounce(Instant now) {
        course.end(Status.UNDELIVERABLE, now);
    }

    void answered(Instant now) {
        course.end(Status.ANSWERED, now);
    }

    void withdraw(Instant now) {
        mustWait(now);
        course.end(Status.WITHDRAWN, now);
    }

    /** There is nothing to ask any more. */
    void lapse(Instant now) {
        course.end(Status.EXPIRED, now);
    }

    /** Another one is to be written: refused while this one may be answered. */
    void makeWay(Instant now) {
        if (isOpen(now) || isQueued()) {
            throw new Refusal(
                    ReferralLetterRule.RECEIVER_ANSWERS_ONE_LETTER,
                    "A letter waits until %s. Withdraw it first.".formatted(order().answerBy()));
        }
        lapse(now);
    }

    /** Refuses where there is nothing to wait for any more. */
    void mustWait(Instant now) {
        if (!isQueued() && !isOpen(now)) {
            throw new Refusal(
                    ReferralLetterRule.LETTER_WAITS,
                    "It is %s, and was open until %s.".formatted(status(), opensUntil));
        }
    }

    /** Whether its link opens it, as far as it is for the letter to say. */
    boolean isOpen(Instant now) {
        return status() == Status.SENT && now.isBefore(opensUntil);
    }

    LetterCourse course() {
        return course;
    }

    /** What has to be asked each time that somebody is to see it. */
    Ask ask() {
        return order().ask(patient);
    }

    LetterOrder order() {
        return order.read();
    }

    /** By which it was written: it leaves, and is opened, by this one alone. */
    ConsentId consent() {
        return consent;
    }

    @Override
    public boolean isQueued() {
        return status() == Status.QUEUED;
    }

    /** After its last day nobody could answer. */
    @Override
    public boolean isTriedAt(Instant now) {
        return now.isBefore(writtenAt.plus(LetterPost.TRIED_FOR)) && now.isBefore(opensUntil);
    }

    @Override
    public LetterId id() {
        return id;
    }

    int version() {
        return version;
    }

    NextStepId step() {
        return step;
    }

    @Override
    public PatientId patient() {
        return patient;
    }

    Status status() {
        return course.status();
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
}
