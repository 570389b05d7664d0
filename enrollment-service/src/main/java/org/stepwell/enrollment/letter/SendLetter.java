package org.stepwell.enrollment.letter;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.stepwell.contracts.id.LetterId;
import org.stepwell.contracts.privacy.PrivacyEvent.DisclosureMade.Channel;
import org.stepwell.enrollment.consent.Consents;
import org.stepwell.platform.clinic.ClinicDirectory;
import org.stepwell.platform.consent.Disclosures;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.platform.message.Mail;
import org.stepwell.platform.message.Undeliverable;
import org.stepwell.platform.problem.Refusal;
import org.stepwell.platform.seal.SealedJson;
import org.stepwell.platform.time.Due;
import org.stepwell.platform.time.DueDoor;

/**
 * A letter leaves when its time has come, if a consent still opens it: a mail that says nothing but that a document waits, and where.
 */
@Singleton
class SendLetter implements DueDoor {

    private static final Logger LOG = Logger.getLogger(SendLetter.class);
    private static final String KIND = "letter-leaves";
    private static final String SUBJECT = "A document waits for you";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMMM d, uuuu", Locale.US);

    private final Letters letters;
    private final Facts facts;
    private final LetterLinks links;
    private final LetterTasks tasks;
    private final StopLetter stopping;
    private final Consents consents;
    private final Disclosures disclosures;
    private final ClinicDirectory clinics;
    private final SealedJson sealed;
    private final Mail mail;
    private final Due due;
    private final Clock clock;

    SendLetter(
            Letters letters,
            Facts facts,
            LetterLinks links,
            LetterTasks tasks,
            StopLetter stopping,
            Consents consents,
            Disclosures disclosures,
            ClinicDirectory clinics,
            SealedJson sealed,
            Mail mail,
            Due due,
            Clock clock) {
        this.letters = letters;
        this.facts = facts;
        this.links = links;
        this.tasks = tasks;
        this.stopping = stopping;
        this.consents = consents;
        this.disclosures = disclosures;
        this.clinics = clinics;
        this.sealed = sealed;
        this.mail = mail;
        this.due = due;
        this.clock = clock;
    }

    void enqueue(Letter letter) {
        due.at(KIND, letter.id(), letter.order().leavesAt());
    }

    void forget(Letter letter) {
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
            if (!(failure instanceof Undeliverable) && letter.order().isTriedAt(clock.instant())) {
                throw failure;
            }
            LOG.warnf(failure, "letter %s is given up", id);
            if (letter.isQueued()) {
                letter.bounce(clock.instant());
                tasks.didNotLeave(letter);
            }
        }
    }

    private void send(LetterId id) {
        var letter = letters.lockedOf(id);
        if (!letter.isQueued()) {
            return; // withdrawn meanwhile, or sent before this was tried again
        }
        var reader = sealed.open(Reader.PART, id.value(), letter.sealedReader(), Reader.class);
        try {
            var said = facts.of(letter.patient(), letter.order());
            disclosures.permitBy(
                    () -> consents.inPlaceOf(letter.consent()), letter.ask(), Channel.SECURE_MESSAGE, reader.told());
            send(letter, said, reader);
        } catch (Refusal refusal) {
            stopping.by(letter, refusal);
        }
    }

    /** The mail comes last: it can not be undone. */
    private void send(Letter letter, Said said, Reader reader) {
        var id = letter.id();
        var now = clock.instant();
        var until = links.until(now);
        var link = links.make(id, until);
        letter.send(sealed.seal(Said.PART, id.value(), said), until, now);
        letters.flush();
        // Each try has another link, and another id: a mail system may drop what it has seen, and keep the dead link.
        mail.sendUnnamed(Uuid7.next(), reader.email(), SUBJECT, text(link, LocalDate.ofInstant(until, clinics.zone())));
    }

    private static String text(String link, LocalDate until) {
        return """
                A document waits for you. Until %s you open it here:

                %s

                The link is for you alone. If you expect no document, delete this message.
                """.formatted(DAY.format(until), link);
    }
}
