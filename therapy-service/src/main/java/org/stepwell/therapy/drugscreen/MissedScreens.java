package org.stepwell.therapy.drugscreen;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.UUID;
import org.stepwell.platform.time.DueDoor;

/** Finds the screens that nobody collected, at noon of the next day: until then, somebody may still write it down. */
@Singleton
class MissedScreens implements DueDoor {

    static final String DUE = "drug-screen-missed";

    private final DrugScreens screens;
    private final ScreenTasks tasks;
    private final Clock clock;

    MissedScreens(DrugScreens screens, ScreenTasks tasks, Clock clock) {
        this.screens = screens;
        this.tasks = tasks;
        this.clock = clock;
    }

    static Instant after(LocalDate day, ZoneId zone) {
        return day.plusDays(1).atTime(LocalTime.NOON).atZone(zone).toInstant();
    }

    @Override
    public String kind() {
        return DUE;
    }

    @Override
    public void due(UUID subject, Instant dueAt) {
        screens.locked(new DrugScreenId(subject))
                .filter(screen -> screen.status() == ScreenStatus.ORDERED)
                .ifPresent(screen -> {
                    var now = clock.instant();
                    screen.missed(now);
                    tasks.notCollected(screen, now);
                    tasks.review(screen, now);
                });
    }
}
