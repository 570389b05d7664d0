package org.stepwell.aftercare.letter;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.stepwell.aftercare.nextstep.ReferredSteps;
import org.stepwell.contracts.id.LetterId;
import org.stepwell.contracts.privacy.PrivacyEvent.DisclosureMade.Channel;
import org.stepwell.platform.consent.DisclosureDenied;
import org.stepwell.platform.consent.Disclosures;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.platform.message.Mail;
import org.stepwell.platform.message.Undeliverable;
import org.stepwell.platform.problem.Refusal;
import org.stepwell.platform.time.Due;
import org.stepwell.platform.time.DueDoor;

/** A letter leaves, if the consent still opens it: a mail that says nothing but that a document waits, and where. */
@Singleton
class SendLetter implements DueDoor {

    private static final Logger LOG = Logger.getLogger(SendLetter.class);
    private static final String KIND = "referral-letter-leaves";
    private static final String SUBJECT = "A document waits for you";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMMM d, uuuu", Locale.US);

    /** As long as mail servers try, RFC 5321, 4.5.4.1. */
    private static final Duration TRIED_FOR = Duration.ofDays(4);

    private static final int TROUBLE = 500;

    private final ReferralLetters letters;
    private final LetterLinks links;
    private final LetterTasks tasks;
    private final ReferredSteps steps;
    private final Disclosures disclosures;
    private final Mail mail;
    private final Due due;
    private final Clock clock;

    SendLetter(
            ReferralLetters letters,
            LetterLinks links,
            LetterTasks tasks,
            ReferredSteps steps,
            Disclosures disclosures,
            Mail mail,
            Due due,
            Clock clock) {
        this.letters = letters;
        this.links = links;
        this.tasks = tasks;
        this.steps = steps;
        this.disclosures = disclosures;
        this.mail = mail;
        this.due = due;
        this.clock = clock;
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
    @ActivateRequestContext // which has nobody in it: what is disclosed asks for whoever asked
    public void due(UUID subject, Instant dueAt) {
        var id = new LetterId(subject);
        try {
            // Of its own, so that the ledger says nothing of a letter that nobody takes.
            QuarkusTransaction.requiringNew().run(() -> send(id));
        } catch (RuntimeException failure) {
            var letter = letters.lockedOf(id);
            var now = clock.instant();
            if (!(failure instanceof Undeliverable) && isTriedAt(letter, now)) {
                throw failure;
            }
            LOG.warnf(failure, "letter %s is given up", id);
            if (letter.status() == ReferralLetter.Status.QUEUED) {
                letter.bounce(now);
                tasks.didNotLeave(letter);
            }
        }
    }

    /** Whether it is worth another try; after its last day nobody could answer. */
    private static boolean isTriedAt(ReferralLetter letter, Instant now) {
        return now.isBefore(letter.writtenAt().plus(TRIED_FOR)) && now.isBefore(letter.opensUntil());
    }

    private void send(LetterId id) {
        var step = steps.ifWaiting(letters.stepOf(id)); // first: whoever answers by a link locks in this order
        var letter = letters.lockedOf(id);
        if (letter.status() != ReferralLetter.Status.QUEUED) {
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
            stop(letter, refusal);
        }
    }

    /** The mail comes last: it can not be undone. */
    private void send(ReferralLetter letter, Receiver receiver) {
        var link = links.make(letter.id(), letter.opensUntil());
        letter.send(clock.instant());
        letters.flush();
        // Each try has another link, and another id: a mail system may drop what it has seen, and keep the dead link.
        mail.sendUnnamed(
                Uuid7.next(),
                Objects.requireNonNull(receiver.email()),
                SUBJECT,
                text(link, letter.order().answerBy()));
    }

    private void stop(ReferralLetter letter, Refusal refusal) {
        if (refusal.rule().status() >= TROUBLE) {
            throw refusal; // who can not know says no no: it is asked again
        }
        if (refusal instanceof DisclosureDenied denied) {
            disclosures.stands(denied);
        }
        letter.stop(refusal.rule(), clock.instant());
        tasks.didNotLeave(letter);
    }

    private static String text(String link, LocalDate until) {
        return """
                A document waits for you. Until %s you open it, and answer, here:

                %s

                The link is for you alone. If you expect no document, delete this message.
                """.formatted(DAY.format(until), link);
    }
}
