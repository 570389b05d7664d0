package org.stepwell.enrollment.letter;

import jakarta.inject.Singleton;
import java.time.Clock;
import org.stepwell.platform.consent.DisclosureDenied;
import org.stepwell.platform.consent.Disclosures;
import org.stepwell.platform.problem.Refusal;

/** A letter that may not leave is over: the ledger says that it was asked, and whoever writes letters is told. */
@Singleton
class StopLetter {

    private static final int TROUBLE = 500;

    private final LetterTasks tasks;
    private final Disclosures disclosures;
    private final Clock clock;

    StopLetter(LetterTasks tasks, Disclosures disclosures, Clock clock) {
        this.tasks = tasks;
        this.disclosures = disclosures;
        this.clock = clock;
    }

    void by(Letter letter, Refusal refusal) {
        if (refusal.rule().status() >= TROUBLE) {
            throw refusal; // who can not know says no no: it is asked again
        }
        if (refusal instanceof DisclosureDenied denied) {
            disclosures.stands(denied);
        }
        letter.stop(refusal.rule(), clock.instant());
        tasks.didNotLeave(letter);
    }
}
