package org.stepwell.aftercare.letter;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.stepwell.aftercare.nextstep.ReferredSteps;
import org.stepwell.contracts.id.LetterId;
import org.stepwell.contracts.privacy.PrivacyEvent.DisclosureMade.Channel;
import org.stepwell.platform.access.Role;
import org.stepwell.platform.consent.Disclosures;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.platform.letter.LetterPost;
import org.stepwell.platform.letter.OutgoingLetter;
import org.stepwell.platform.message.Mail;
import org.stepwell.platform.problem.Refusal;
import org.stepwell.platform.task.TaskKind;
import org.stepwell.platform.time.Due;
import org.stepwell.platform.time.DueDoor;

/** A letter leaves, if the consent still opens it; one that did not is work for the care team. */
@Singleton
class SendLetter implements DueDoor, LetterPost.Sender {

    private static final String KIND = "referral-letter-leaves";

    private static final TaskKind DID_NOT_LEAVE = LetterPost.didNotLeave(
            "referral-letter-did-not-leave",
            "A letter to a receiver did not leave: its entry says why. Ask the patient, or reach the receiver otherwise.",
            Role.CLINICIAN);

    private final ReferralLetters letters;
    private final LetterLinks links;
    private final LetterPost post;
    private final ReferredSteps steps;
    private final Disclosures disclosures;
    private final Mail mail;
    private final Due due;
    private final Clock clock;

    SendLetter(
            ReferralLetters letters,
            LetterLinks links,
            LetterPost post,
            ReferredSteps steps,
            Disclosures disclosures,
            Mail mail,
            Due due,
            Clock clock) {
        this.letters = letters;
        this.links = links;
        this.post = post;
        this.steps = steps;
        this.disclosures = disclosures;
        this.mail = mail;
        this.due = due;
        this.clock = clock;
    }

    @Produces
    @Singleton
    static TaskKind referralLetterDidNotLeave() {
        return DID_NOT_LEAVE;
    }

    void enqueue(ReferralLetter letter) {
        due.at(KIND, letter.id(), letter.writtenAt());
    }

    void forget(ReferralLetter letter) {
        due.cancel(KIND, letter.id());
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public boolean outside() {
        return true;
    }

    @Override
    public void due(UUID subject, Instant dueAt) {
        post.leave(new LetterId(subject), this);
    }

    @Override
    public OutgoingLetter lockedOf(LetterId id) {
        return letters.lockedOf(id);
    }

    @Override
    public TaskKind didNotLeave() {
        return DID_NOT_LEAVE;
    }

    @Override
    public void send(LetterId id) {
        var step = steps.ifWaiting(letters.stepOf(id)); // first: whoever answers by a link locks in this order
        var letter = letters.lockedOf(id);
        if (!letter.isQueued()) {
            return; // withdrawn meanwhile, or sent before this was tried again
        }
        if (step.isEmpty()) {
            letter.lapse(clock.instant());
            return;
        }
        var receiver = letters.receiver(letter);
        try {
            disclosures.permitBy(letter::consent, letter.ask(), Channel.SECURE_MESSAGE, receiver.told());
            send(letter, receiver);
        } catch (Refusal refusal) {
            post.stop(letter, refusal, DID_NOT_LEAVE);
        }
    }

    private void send(ReferralLetter letter, Receiver receiver) {
        var link = links.make(letter.id(), letter.opensUntil());
        letter.send(clock.instant());
        letters.flush();
        mail.sendUnnamed(
                Uuid7.next(),
                Objects.requireNonNull(receiver.email()),
                LetterPost.SUBJECT,
                LetterPost.text(link, letter.order().answerBy(), "open it, and answer,"));
    }
}
