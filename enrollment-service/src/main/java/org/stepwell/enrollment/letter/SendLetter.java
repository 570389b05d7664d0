package org.stepwell.enrollment.letter;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.stepwell.contracts.id.LetterId;
import org.stepwell.contracts.privacy.PrivacyEvent.DisclosureMade.Channel;
import org.stepwell.enrollment.consent.Consents;
import org.stepwell.platform.access.Role;
import org.stepwell.platform.clinic.ClinicDirectory;
import org.stepwell.platform.consent.Disclosures;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.platform.letter.LetterPost;
import org.stepwell.platform.letter.OutgoingLetter;
import org.stepwell.platform.message.Mail;
import org.stepwell.platform.problem.Refusal;
import org.stepwell.platform.seal.SealedJson;
import org.stepwell.platform.task.TaskKind;
import org.stepwell.platform.time.Due;
import org.stepwell.platform.time.DueDoor;

/** A letter leaves when its time has come, if a consent still opens it; one that did not is work for whoever writes letters. */
@Singleton
class SendLetter implements DueDoor, LetterPost.Sender {

    private static final String KIND = "letter-leaves";

    private static final TaskKind DID_NOT_LEAVE = LetterPost.didNotLeave(
            "letter-did-not-leave",
            "A letter did not leave: its entry says why. Ask the patient, or whoever waits for it, what to do.",
            Role.INTAKE);

    private final Letters letters;
    private final Facts facts;
    private final LetterLinks links;
    private final LetterPost post;
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
            LetterPost post,
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
        this.post = post;
        this.consents = consents;
        this.disclosures = disclosures;
        this.clinics = clinics;
        this.sealed = sealed;
        this.mail = mail;
        this.due = due;
        this.clock = clock;
    }

    @Produces
    @Singleton
    static TaskKind letterDidNotLeave() {
        return DID_NOT_LEAVE;
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

    /** It may not leave any more. */
    void stop(Letter letter, Refusal refusal) {
        post.stop(letter, refusal, DID_NOT_LEAVE);
    }

    @Override
    public void send(LetterId id) {
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
            stop(letter, refusal);
        }
    }

    private void send(Letter letter, Said said, Reader reader) {
        var id = letter.id();
        var now = clock.instant();
        var until = links.until(now);
        var link = links.make(id, until);
        letter.send(sealed.seal(Said.PART, id.value(), said), until, now);
        letters.flush();
        var day = LocalDate.ofInstant(until, clinics.zone());
        mail.sendUnnamed(Uuid7.next(), reader.email(), LetterPost.SUBJECT, LetterPost.text(link, day, "open it"));
    }
}
