package org.stepwell.therapy.drugscreen;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.platform.clinic.ClinicDirectory;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.platform.time.Due;
import org.stepwell.therapy.drugscreen.DrugScreen.Asked;
import org.stepwell.therapy.naloxone.Naloxone;
import org.stepwell.therapy.roster.Stay;

/** Orders a screen for a day that is here: somebody collects it, or it was missed. */
@Singleton
class OrderScreen {

    /**
     * What the clinic's usual panel looks for besides in whoever has an opioid use disorder, whoever takes buprenorphine among them: its
     * opiates miss both, so a screen would say nothing of the medication, nor of what is the most dangerous.
     */
    private static final List<String> MISSED_BY_OPIATES = List.of("BUPRENORPHINE", "FENTANYL");

    private final DrugScreens screens;
    private final ScreenTasks tasks;
    private final Naloxone naloxone;
    private final Catalogue catalogue;
    private final ScreenSettings settings;
    private final ClinicDirectory clinics;
    private final Due due;
    private final Clock clock;

    OrderScreen(
            DrugScreens screens,
            ScreenTasks tasks,
            Naloxone naloxone,
            Catalogue catalogue,
            ScreenSettings settings,
            ClinicDirectory clinics,
            Due due,
            Clock clock) {
        this.screens = screens;
        this.tasks = tasks;
        this.naloxone = naloxone;
        this.catalogue = catalogue;
        this.settings = settings;
        this.clinics = clinics;
        this.due = due;
        this.clock = clock;
    }

    /** By a clinician. */
    DrugScreen today(Stay stay, ScreenResource.ScreenForm form, StaffId by) {
        if (!stay.holds(stay.today())) {
            throw ScreenRule.SCREENED_WHILE_IN.because(
                    "Today is %s; it can be %s.".formatted(stay.today(), stay.days()));
        }
        return of(new Asked(stay.patient(), stay.episode(), stay.today(), false, by, clock.instant()), what(form));
    }

    /** What a form asks for, with what is usual where it says nothing. */
    ScreenWhat what(ScreenResource.ScreenForm form) {
        return ScreenWhat.of(
                catalogue,
                Objects.requireNonNullElse(form.panel(), settings.panel()),
                form.analytes(),
                form.confirmation());
    }

    /** On the day that is here, and looking for what matters on that day. */
    DrugScreen of(Asked asked, ScreenWhat what) {
        boolean more = what.panel().equals(settings.panel()) && naloxone.hasAnOpioidUseDisorder(asked.patient());
        var screen = new DrugScreen(new DrugScreenId(Uuid7.next()), asked, more ? what.and(MISSED_BY_OPIATES) : what);
        screens.persistAndFlush(screen);
        due.at(MissedScreens.DUE, screen.id(), MissedScreens.after(screen.day(), clinics.zone()));
        tasks.collect(screen, asked.orderedAt());
        return screen;
    }
}
