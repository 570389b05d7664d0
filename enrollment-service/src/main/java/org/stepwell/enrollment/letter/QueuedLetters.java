package org.stepwell.enrollment.letter;

import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.UUID;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.privacy.PrivacyEvent.DisclosureMade.Channel;
import org.stepwell.enrollment.consent.Consents;
import org.stepwell.enrollment.consent.OnceConsentsChanged;
import org.stepwell.platform.consent.Disclosures;
import org.stepwell.platform.problem.Refusal;
import org.stepwell.platform.seal.SealedJson;
import org.stepwell.platform.time.Due;
import org.stepwell.platform.time.DueDoor;

/**
 * A letter that waits for its day stops as soon as the consent that it was written by is over, so that whoever expects it is not
 * told on that day only.
 */
@Singleton
class QueuedLetters implements DueDoor, OnceConsentsChanged {

    private static final String KIND = "letters-asked-again";

    private final Letters letters;
    private final SendLetter sending;
    private final Consents consents;
    private final Disclosures disclosures;
    private final SealedJson sealed;
    private final Due due;

    QueuedLetters(
            Letters letters,
            SendLetter sending,
            Consents consents,
            Disclosures disclosures,
            SealedJson sealed,
            Due due) {
        this.letters = letters;
        this.sending = sending;
        this.consents = consents;
        this.disclosures = disclosures;
        this.sealed = sealed;
        this.due = due;
    }

    /** In a transaction of its own: whoever sends a letter locks it first, and the patient's consents then. */
    @Override
    public void consentsChanged(PatientId patient) {
        due.now(KIND, patient);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    @ActivateRequestContext // which has nobody in it, as where a letter leaves
    public void due(UUID subject, Instant dueAt) {
        letters.lockedQueuedOf(new PatientId(subject)).forEach(this::askedAgain);
    }

    private void askedAgain(Letter letter) {
        var reader = sealed.open(Reader.PART, letter.id().value(), letter.sealedReader(), Reader.class);
        try {
            disclosures.mustBeOpenBy(
                    () -> consents.inPlaceOf(letter.consent()), letter.ask(), Channel.SECURE_MESSAGE, reader.told());
        } catch (Refusal refusal) {
            sending.stop(letter, refusal);
            sending.forget(letter);
        }
    }
}
