package org.stepwell.aftercare.recheck;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import org.stepwell.platform.time.Due;

/** Takes the answers of a recheck: treatment is offered where they ask for it, and the next quarter is scheduled. */
@Singleton
class AnswerRecheck {

    private final QuarterlyRechecks quarterly;
    private final RecheckSettings settings;
    private final RecheckTasks tasks;
    private final LinkBack linkBack;
    private final Due due;

    AnswerRecheck(
            QuarterlyRechecks quarterly, RecheckSettings settings, RecheckTasks tasks, LinkBack linkBack, Due due) {
        this.quarterly = quarterly;
        this.settings = settings;
        this.tasks = tasks;
        this.linkBack = linkBack;
        this.due = due;
    }

    /** The recheck is locked, and the caller may answer it. */
    void answer(Recheck recheck, RecheckAnswers said, Recheck.By by, LocalDate today, Instant now) {
        var verdict = recheck.answer(said, settings.useDays(), by, today, now);
        due.cancel(QuarterlyRechecks.DUE, recheck.of().id());
        tasks.answered(recheck.id(), now);
        if (verdict.need() == Verdict.Need.NEEDS_TREATMENT) {
            linkBack.afterRecheck(recheck.of(), recheck.id(), recheck.triggers(), now);
        }
        quarterly.next(recheck);
    }
}
