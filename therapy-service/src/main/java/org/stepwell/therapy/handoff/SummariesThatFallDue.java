package org.stepwell.therapy.handoff;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.platform.clinic.ClinicDirectory;
import org.stepwell.platform.time.DueDoor;

/** Asks for a discharge summary as the last day begins, and finds those that are late. */
@Singleton
class SummariesThatFallDue implements DueDoor {

    private final Summaries summaries;
    private final SummariesOwed owed;
    private final SummaryTasks tasks;
    private final ClinicDirectory clinics;
    private final Clock clock;

    SummariesThatFallDue(
            Summaries summaries, SummariesOwed owed, SummaryTasks tasks, ClinicDirectory clinics, Clock clock) {
        this.summaries = summaries;
        this.owed = owed;
        this.tasks = tasks;
        this.clinics = clinics;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return SummariesOwed.DUE;
    }

    @Override
    public void due(UUID subject, Instant dueAt) {
        summaries.locked(new EpisodeId(subject)).ifPresent(summary -> {
            var now = clock.instant();
            if (summary.lookedAt(LocalDate.ofInstant(now, clinics.zone()), now)) {
                tasks.asked(summary, now);
            }
            owed.schedule(summary);
        });
    }
}
