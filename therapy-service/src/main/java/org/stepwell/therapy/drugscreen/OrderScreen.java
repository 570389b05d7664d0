package org.stepwell.therapy.drugscreen;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.platform.clinic.ClinicDirectory;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.platform.time.Due;
import org.stepwell.therapy.roster.Stay;

/** Orders a screen for a day that is here: somebody collects it, or it was missed. */
@Singleton
class OrderScreen {

    private final DrugScreens screens;
    private final ScreenTasks tasks;
    private final Catalogue catalogue;
    private final ScreenSettings settings;
    private final ClinicDirectory clinics;
    private final Due due;
    private final Clock clock;

    OrderScreen(
            DrugScreens screens,
            ScreenTasks tasks,
            Catalogue catalogue,
            ScreenSettings settings,
            ClinicDirectory clinics,
            Due due,
            Clock clock) {
        this.screens = screens;
        this.tasks = tasks;
        this.catalogue = catalogue;
        this.settings = settings;
        this.clinics = clinics;
        this.due = due;
        this.clock = clock;
    }

    /** By a clinician. */
    DrugScreen today(Stay stay, ScreenResource.ScreenForm form, StaffId by) {
        if (stay.isOver()) {
            throw ScreenRule.SCREENED_WHILE_IN.because("The last day was %s.".formatted(stay.lastDay()));
        }
        return of(new DrugScreen.Of(stay.patient(), stay.episode(), stay.today(), false), what(form), by);
    }

    /** What a form asks for, with what is usual where it says nothing. */
    ScreenWhat what(ScreenResource.ScreenForm form) {
        return ScreenWhat.of(
                catalogue,
                Objects.requireNonNullElse(form.panel(), settings.panel()),
                form.analytes(),
                form.confirmation());
    }

    /** On the day that is here. */
    DrugScreen of(DrugScreen.Of of, ScreenWhat what, StaffId by) {
        var now = clock.instant();
        var screen = new DrugScreen(new DrugScreenId(Uuid7.next()), of, what, by, now);
        screens.persistAndFlush(screen);
        due.at(MissedScreens.DUE, screen.id(), MissedScreens.after(screen.day(), clinics.zone()));
        tasks.collect(screen, now);
        return screen;
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), clinics.zone());
    }
}
