package org.stepwell.enrollment.episode;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.platform.access.Role;
import org.stepwell.platform.clinic.ClinicContext;
import org.stepwell.platform.clinic.ClinicDirectory;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.task.TaskKind;
import org.stepwell.platform.task.Tasks;
import org.stepwell.platform.time.Due;
import org.stepwell.platform.time.DueDoor;

/**
 * Looks for treatments whose target end has come, and for planned discharges whose day is over: whoever answers for one looks
 * whether it goes on. Length is by progress, not by the calendar (ASAM); nothing ends by itself.
 */
@Singleton
class StayReviews implements DueDoor {

    private static final String KIND = "stay-review";

    private static final Duration WITHIN = Duration.ofDays(3);

    private static final TaskKind REVIEW = new TaskKind(
            "stay-review",
            "A treatment was meant to end, or a discharge was planned, and the day has come: go on to another, or discharge.",
            List.of(Role.CLINICIAN, Role.SUPERVISOR),
            WITHIN,
            false);

    private final Episodes episodes;
    private final Tasks tasks;
    private final Sql sql;
    private final ClinicDirectory clinics;
    private final Due due;
    private final Clock clock;

    StayReviews(Episodes episodes, Tasks tasks, Sql sql, ClinicDirectory clinics, Due due, Clock clock) {
        this.episodes = episodes;
        this.tasks = tasks;
        this.sql = sql;
        this.clinics = clinics;
        this.due = due;
        this.clock = clock;
    }

    @Produces
    @Singleton
    static TaskKind review() {
        return REVIEW;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void due(UUID subject, Instant dueAt) {
        var episode = episodes.lockedOf(new EpisodeId(subject));
        episode.lookedAtFrom().map(this::startOf).ifPresent(reached -> {
            var now = clock.instant();
            if (reached.isAfter(now)) {
                due.at(KIND, episode.id(), reached);
                return;
            }
            // By now, not by the day it was due: a planned discharge that is called off opens the task anew.
            tasks.open(
                    new Tasks.Cause(REVIEW, episode.id(), episode.patient(), episode.id(), now),
                    episode.primaryClinician(),
                    now.plus(WITHIN));
        });
    }

    /** Somebody is in, and is meant to be until a day, or leaves on one, that may be another one than before. */
    void isInUntil(Episode episode) {
        episode.lookedAtFrom().map(this::startOf).ifPresent(reached -> due.at(KIND, episode.id(), reached));
    }

    /** It was looked at. */
    void decided(Episode episode, Instant now) {
        tasks.done(REVIEW, episode.id(), now);
        due.cancel(KIND, episode.id());
    }

    /** There is nothing to look at. */
    void neverCame(Episode episode, Instant now) {
        tasks.withdraw(REVIEW, episode.id(), now);
        due.cancel(KIND, episode.id());
    }

    /** Keeps that a treatment goes on, and why. */
    void keep(EpisodeId episode, @Nullable LocalDate from, LocalDate to, StayReason reason, Instant now) {
        sql.update(
                """
                insert into stay_review
                    (episode_id, number, target_end_before, target_end, reason, reviewed_by, reviewed_at)
                select ?, count(*) + 1, ?, ?, ?, ?, ? from stay_review
                where clinic_id = platform.current_clinic() and episode_id = ?
                """,
                episode.value(),
                from,
                to,
                reason.name(),
                ClinicContext.current().orElseThrow().actor(),
                now,
                episode.value());
    }

    private Instant startOf(LocalDate day) {
        return day.atStartOfDay(clinics.zone()).toInstant();
    }
}
