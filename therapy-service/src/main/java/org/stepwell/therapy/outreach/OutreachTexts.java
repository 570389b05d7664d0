package org.stepwell.therapy.outreach;

import jakarta.inject.Singleton;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.stepwell.platform.seal.SealedJson;

/** Seals what is said of attempts and steps, each text for its own. */
@Singleton
class OutreachTexts {

    private static final String NOTE = "outreach-attempt";
    private static final String SAID = "outreach-step";

    private final SealedJson sealed;

    OutreachTexts(SealedJson sealed) {
        this.sealed = sealed;
    }

    @Nullable
    String sealNote(UUID attempt, @Nullable String note) {
        return note == null || note.isBlank() ? null : sealed.seal(NOTE, attempt, note);
    }

    String sealSaid(StepId step, String text) {
        return sealed.seal(SAID, step.value(), text);
    }

    OutreachView.AttemptView show(OutreachAttempt attempt, boolean toStaff) {
        @Nullable String note = attempt.note();
        return attempt.view(note == null || !toStaff ? null : sealed.open(NOTE, attempt.id(), note, String.class));
    }

    OutreachView.StepView show(OutreachStep step) {
        @Nullable String said = step.said();
        return step.view(said == null ? null : sealed.open(SAID, step.id().value(), said, String.class));
    }
}
