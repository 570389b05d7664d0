package org.stepwell.therapy.drugscreen;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.stepwell.contracts.enrollment.EnrollmentFact.PatientMerged;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.clinic.ClinicDirectory;
import org.stepwell.platform.time.Due;
import org.stepwell.therapy.roster.MergedRows;

/** What becomes of screens as a patient goes, or as two records turn out to be one person. */
@Singleton
public class ScreensAndStays {

    private static final List<String> TABLES = List.of("drug_screen", "drug_screen_plan");

    private final ScreenPlanRows plans;
    private final DrugScreens screens;
    private final DrawnDays drawn;
    private final ScreenTasks tasks;
    private final MergedRows merged;
    private final ClinicDirectory clinics;
    private final Due due;

    ScreensAndStays(
            ScreenPlanRows plans,
            DrugScreens screens,
            DrawnDays drawn,
            ScreenTasks tasks,
            MergedRows merged,
            ClinicDirectory clinics,
            Due due) {
        this.plans = plans;
        this.screens = screens;
        this.drawn = drawn;
        this.tasks = tasks;
        this.merged = merged;
        this.clinics = clinics;
        this.due = due;
    }

    /** The stay is over: nothing is drawn or collected any more; what was found is still looked at. */
    public void ended(EpisodeId episode, Instant at) {
        plans.locked(episode).ifPresent(plan -> {
            plan.ended(at);
            drawn.end(episode);
        });
        screens.lockedOrdersOf(episode).forEach(screen -> {
            screen.cancel(DrugScreen.CancelledBecause.LEFT, null, at);
            due.cancel(MissedScreens.DUE, screen.id());
            tasks.notCollected(screen, at);
        });
        tasks.notAgain(episode, at, false);
    }

    /** The stay goes on after all: whoever was screened at random is again, and what can still be collected is. */
    public void goesOn(EpisodeId episode, PatientId patient, Instant at) {
        plans.lockedOver(episode).ifPresent(plan -> {
            plan.goesOn();
            drawn.schedule(plan);
        });
        screens.lockedLeft(episode, LocalDate.ofInstant(at, clinics.zone())).forEach(screen -> {
            screen.goesOn(at);
            due.at(MissedScreens.DUE, screen.id(), MissedScreens.after(screen.day(), clinics.zone()));
            tasks.collect(screen, at);
        });
        tasks.goesOn(episode, patient, at);
    }

    /** What is known of the duplicate is of the patient who goes on. */
    public void merged(PatientMerged two) {
        merged.moved(two, TABLES);
    }
}
