package org.stepwell.enrollment.episode;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.platform.access.Role;
import org.stepwell.platform.clinic.ClinicDirectory;
import org.stepwell.platform.task.TaskKind;
import org.stepwell.platform.task.Tasks;
import org.stepwell.platform.time.Due;
import org.stepwell.platform.time.DueDoor;

/** Looks for whoever is away for longer than was expected: somebody asks after them. Nothing ends by itself. */
@Singleton
class AwayPatients implements DueDoor {

    private static final String KIND = "hold-over";

    private static final Duration WITHIN = Duration.ofDays(1);

    private static final TaskKind EXPECTED = new TaskKind(
            "patient-expected-back",
            "Somebody who is away was expected back: ask after them, and let them come back, stay away or leave.",
            List.of(Role.CLINICIAN, Role.SUPERVISOR),
            WITHIN,
            true);

    private final Episodes episodes;
    private final Tasks tasks;
    private final ClinicDirectory clinics;
    private final Due due;
    private final Clock clock;

    AwayPatients(Episodes episodes, Tasks tasks, ClinicDirectory clinics, Due due, Clock clock) {
        this.episodes = episodes;
        this.tasks = tasks;
        this.clinics = clinics;
        this.due = due;
        this.clock = clock;
    }

    @Produces
    @Singleton
    static TaskKind expected() {
        return EXPECTED;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void due(UUID subject, Instant dueAt) {
        var episode = episodes.lockedOf(new EpisodeId(subject));
        episode.openHold().ifPresent(hold -> {
            var expected = endOf(hold);
            if (expected.isAfter(clock.instant())) {
                due.at(KIND, episode.id(), expected); // the clinic's zone is another one since
                return;
            }
            tasks.open(
                    new Tasks.Cause(EXPECTED, episode.id(), episode.patient(), episode.id(), dueAt),
                    episode.primaryClinician(),
                    dueAt.plus(WITHIN));
        });
    }

    /** Somebody is away, for a while that may have been said anew. */
    void isAway(Episode episode, Instant now) {
        tasks.withdraw(EXPECTED, episode.id(), now);
        episode.openHold().ifPresent(hold -> due.at(KIND, episode.id(), endOf(hold)));
    }

    /** Nobody waits for them any more. */
    void isBackOrLeft(Episode episode, Instant now) {
        tasks.done(EXPECTED, episode.id(), now);
        due.cancel(KIND, episode.id());
    }

    /** Nobody expects them any more. */
    void neverCame(Episode episode, Instant now) {
        tasks.withdraw(EXPECTED, episode.id(), now);
        due.cancel(KIND, episode.id());
    }

    private Instant endOf(Hold hold) {
        LocalDate until = hold.length().expectedUntil();
        return until.plusDays(1).atStartOfDay(clinics.zone()).toInstant();
    }
}
