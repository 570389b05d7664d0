package org.stepwell.aftercare.letter;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.stepwell.aftercare.nextstep.ReferredSteps;
import org.stepwell.contracts.id.LetterId;
import org.stepwell.contracts.id.NextStepId;
import org.stepwell.contracts.privacy.PrivacyEvent.DisclosureMade.Channel;
import org.stepwell.platform.clinic.ClinicContext;
import org.stepwell.platform.clinic.ClinicDirectory;
import org.stepwell.platform.consent.Disclosures;
import org.stepwell.platform.database.Uuid7;

/** Writes the letter by which a step is sent: it asks once whether that is open, and again when something is seen of it. */
@Singleton
class WriteLetter {

    private final ReferralLetters letters;
    private final LetterFacts facts;
    private final LetterLinks links;
    private final SendLetter sending;
    private final ReferredSteps steps;
    private final Disclosures disclosures;
    private final ClinicDirectory clinics;
    private final Clock clock;

    WriteLetter(
            ReferralLetters letters,
            LetterFacts facts,
            LetterLinks links,
            SendLetter sending,
            ReferredSteps steps,
            Disclosures disclosures,
            ClinicDirectory clinics,
            Clock clock) {
        this.letters = letters;
        this.facts = facts;
        this.links = links;
        this.sending = sending;
        this.steps = steps;
        this.disclosures = disclosures;
        this.clinics = clinics;
        this.clock = clock;
    }

    /** @param link of a printed one, told to whoever wrote it, and to nobody afterwards */
    record Written(ReferralLetter letter, @Nullable String link) {}

    Written write(NextStepId stepId, LetterOrder order, Receiver receiver) {
        links.mustLeadSomewhere();
        var now = clock.instant();
        var zone = clinics.zone();
        var step = steps.waiting(stepId);
        order.mustBeAnswerable(receiver, step.date(), LocalDate.ofInstant(now, zone));
        letters.waitingOf(stepId).ifPresent(before -> {
            before.makeWay(now);
            links.close(before.id());
            letters.flush(); // the place is free before another one takes it
        });
        var channel = order.way() == LetterOrder.Way.EMAIL ? Channel.SECURE_MESSAGE : Channel.LETTER;
        var consent = disclosures.mustBeOpen(order.ask(step.patient()), channel, receiver.told());
        var id = new LetterId(Uuid7.next());
        var sealed = letters.seal(id, receiver, facts.of(step, order));
        var by = ClinicContext.current().orElseThrow().actor();
        var letter =
                new ReferralLetter(id, stepId, step.patient(), order, consent, sealed, order.opensUntil(zone), by, now);
        letters.persist(letter);
        steps.answerExpected(stepId, order.answerBy());
        return new Written(letter, order.way() == LetterOrder.Way.PRINTED ? print(letter) : later(letter));
    }

    private String print(ReferralLetter letter) {
        letter.send(clock.instant());
        letters.flush();
        return links.make(letter.id(), letter.opensUntil());
    }

    private @Nullable String later(ReferralLetter letter) {
        letters.flush();
        sending.enqueue(letter);
        return null;
    }
}
