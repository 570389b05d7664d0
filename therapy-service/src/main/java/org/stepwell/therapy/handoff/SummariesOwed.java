package org.stepwell.therapy.handoff;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.enrollment.EnrollmentFact.DischargeCorrected;
import org.stepwell.contracts.enrollment.EnrollmentFact.DischargePlanCancelled;
import org.stepwell.contracts.enrollment.EnrollmentFact.DischargePlanned;
import org.stepwell.contracts.enrollment.EnrollmentFact.EpisodeDischarged;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.clinic.ClinicDirectory;
import org.stepwell.platform.time.Due;

/** Begins the discharge summary of an episode as its end is in sight, and lets it fall due with the end. */
@Singleton
public class SummariesOwed {

    static final String DUE = "discharge-summary";

    private final Summaries summaries;
    private final SummaryTasks tasks;
    private final HandoffSettings settings;
    private final ClinicDirectory clinics;
    private final Due due;

    SummariesOwed(Summaries summaries, SummaryTasks tasks, HandoffSettings settings, ClinicDirectory clinics, Due due) {
        this.summaries = summaries;
        this.tasks = tasks;
        this.settings = settings;
        this.clinics = clinics;
        this.due = due;
    }

    /** The end is in sight, or is so on another day. */
    public void planned(DischargePlanned planned) {
        ends(
                begun(planned.patient(), planned.episode(), planned.at()),
                new Ending(planned.targetDate(), false, planned.reason(), null, planned.nextLevel()),
                planned.at());
    }

    /** The patient stays after all. */
    public void cancelled(DischargePlanCancelled cancelled) {
        isNotOwed(cancelled.episode(), cancelled.at());
    }

    /** The patient left; of whoever never came there is nothing to say. */
    public void discharged(EpisodeDischarged discharged) {
        var reason = discharged.reason();
        if (reason == null) {
            isNotOwed(discharged.episode(), discharged.at());
            return;
        }
        var summary = begun(discharged.patient(), discharged.episode(), discharged.at());
        var end = new Ending(discharged.lastDay(), true, reason, discharged.waiver(), plannedLevel(summary));
        ends(summary, end, discharged.at());
    }

    /** The patient left otherwise than was said. */
    public void corrected(DischargeCorrected corrected) {
        var summary = begun(corrected.patient(), corrected.episode(), corrected.at());
        var end = new Ending(corrected.lastDay(), true, corrected.reason(), corrected.waiver(), plannedLevel(summary));
        ends(summary, end, corrected.at());
    }

    private DischargeSummary begun(PatientId patient, EpisodeId episode, Instant at) {
        return summaries.locked(episode).orElseGet(() -> {
            var begun = new DischargeSummary(episode, patient, at);
            summaries.persist(begun);
            return begun;
        });
    }

    private static @Nullable String plannedLevel(DischargeSummary summary) {
        var before = summary.ending();
        return before == null ? null : before.nextLevel();
    }

    private void ends(DischargeSummary summary, Ending end, Instant at) {
        var said = LocalDate.ofInstant(at, clinics.zone());
        boolean waited = summary.signatures().waitForAnother();
        summary.ends(end, end.lastDay().plusDays(settings.summaryDays()), said, at);
        if (waited && !summary.signatures().begun()) {
            tasks.notToCosign(summary.episode(), at);
        }
        if (summary.isOwed()) {
            tasks.moved(summary, said, at);
            schedule(summary);
        }
    }

    private void isNotOwed(EpisodeId episode, Instant at) {
        summaries.locked(episode).ifPresent(summary -> {
            summary.isNotOwed();
            due.cancel(DUE, episode);
            tasks.withdrawn(episode, at);
        });
    }

    /** Somebody looks at it when its day begins, also where that is long past. */
    void schedule(DischargeSummary summary) {
        summary.looksOn()
                .ifPresentOrElse(
                        day -> due.at(
                                DUE,
                                summary.episode(),
                                day.atStartOfDay(clinics.zone()).toInstant()),
                        () -> due.cancel(DUE, summary.episode()));
    }
}
