package org.stepwell.aftercare.milestone;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.stepwell.contracts.id.Id;
import org.stepwell.platform.clinic.ClinicDirectory;
import org.stepwell.platform.time.Due;
import org.stepwell.platform.time.DueDoor;

/**
 * Marks the days that a patient reaches, one after the other as each begins at the clinic, and lets a note leave on each. After a
 * long outage each day is marked in its turn.
 */
@Singleton
class MilestoneDoor implements DueDoor {

    static final String KIND = "milestone";

    private final SobrietyRuns runs;
    private final Congratulations congratulations;
    private final Due due;
    private final ClinicDirectory clinics;
    private final Clock clock;

    MilestoneDoor(SobrietyRuns runs, Congratulations congratulations, Due due, ClinicDirectory clinics, Clock clock) {
        this.runs = runs;
        this.congratulations = congratulations;
        this.due = due;
        this.clinics = clinics;
        this.clock = clock;
    }

    /** A row of days that falls due. */
    private record RunId(UUID value) implements Id {}

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void due(UUID subject, Instant dueAt) {
        var day = LocalDate.ofInstant(dueAt, clinics.zone());
        runs.running(subject).ifPresent(run -> {
            Milestone.on(run.since(), day)
                    .flatMap(reached -> congratulations.mark(run, reached, clock.instant()))
                    .ifPresent(id -> due.now(LeavingCongratulation.KIND, id));
            watch(run, day.plusDays(1));
        });
    }

    /** What comes on a day or after it falls due as it begins. */
    void watch(SobrietyRun run, LocalDate from) {
        Milestone.from(run.since(), from)
                .ifPresent(next -> due.at(
                        KIND,
                        new RunId(run.id()),
                        next.on().atStartOfDay(clinics.zone()).toInstant()));
    }

    /** Days are counted anew. */
    void forget(SobrietyRun run) {
        due.cancel(KIND, new RunId(run.id()));
    }
}
