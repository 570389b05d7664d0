package org.stepwell.platform.letter;

import java.time.Instant;
import org.stepwell.contracts.id.LetterId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.problem.Rule;

/** A letter as it is while it leaves. */
public interface OutgoingLetter {

    /** By which its due row and its task name it. */
    LetterId id();

    /** Whom it is about. */
    PatientId patient();

    /** Whether it has neither left nor ended. */
    boolean isQueued();

    /** Whether it is worth another try. */
    boolean isTriedAt(Instant now);

    /** It does not leave, by this rule. */
    void stop(Rule rule, Instant now);

    /** Nobody takes it. */
    void bounce(Instant now);
}
