package org.stepwell.therapy.drugscreen;

import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.platform.clinic.ClinicDirectory;
import org.stepwell.platform.time.Due;
import org.stepwell.platform.time.DueDoor;
import org.stepwell.therapy.roster.ClosedDays;
import org.stepwell.therapy.roster.Episodes;

/** On the morning of a day that was drawn, a screen is ordered; before, nobody knows of it. As a span begins, its days are drawn. */
@Singleton
class DrawnDays implements DueDoor {

    static final String DUE = "drug-screen-day";

    /** Whoever looks at their phone at night sees nothing yet. */
    private static final LocalTime MORNING = LocalTime.of(6, 0);

    private final ScreenPlanRows plans;
    private final OrderScreen ordering;
    private final ClosedDays closed;
    private final ScreenSettings settings;
    private final Episodes episodes;
    private final ClinicDirectory clinics;
    private final Due due;
    private final Clock clock;
    private final RandomGenerator random = new SecureRandom();

    DrawnDays(
            ScreenPlanRows plans,
            OrderScreen ordering,
            ClosedDays closed,
            ScreenSettings settings,
            Episodes episodes,
            ClinicDirectory clinics,
            Due due,
            Clock clock) {
        this.plans = plans;
        this.ordering = ordering;
        this.closed = closed;
        this.settings = settings;
        this.episodes = episodes;
        this.clinics = clinics;
        this.due = due;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return DUE;
    }

    @Override
    public void due(UUID subject, Instant dueAt) {
        var episode = new EpisodeId(subject);
        plans.locked(episode)
                .ifPresent(plan -> episodes.open(episode).ifPresent(stay -> {
                    var now = clock.instant();
                    var today = LocalDate.ofInstant(now, clinics.zone());
                    if (plan.comes(today, stay.away(), this::open, random)) {
                        ordering.of(plan.on(today, now), plan.what());
                    }
                    schedule(plan);
                }));
    }

    /** A plan that is locked goes on with its next day. */
    void schedule(ScreenPlan plan) {
        due.at(
                DUE,
                plan.episode(),
                plan.next().atTime(MORNING).atZone(clinics.zone()).toInstant());
    }

    /** Nothing is drawn any more. */
    void end(EpisodeId episode) {
        due.cancel(DUE, episode);
    }

    private List<LocalDate> open(LocalDate from, LocalDate through) {
        var shut = closed.between(from, through);
        return from.datesUntil(through.plusDays(1))
                .filter(day -> settings.weekdays().contains(day.getDayOfWeek()) && !shut.contains(day))
                .toList();
    }
}
