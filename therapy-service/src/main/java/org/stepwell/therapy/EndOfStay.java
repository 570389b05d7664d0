package org.stepwell.therapy;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.code.DischargeReason;
import org.stepwell.contracts.code.DischargeWaiver;
import org.stepwell.contracts.enrollment.EnrollmentFact.DischargeCorrected;
import org.stepwell.contracts.enrollment.EnrollmentFact.EpisodeDischarged;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.clinic.ClinicDirectory;
import org.stepwell.platform.time.Due;
import org.stepwell.platform.time.DueDoor;
import org.stepwell.therapy.drugscreen.ScreensAndStays;
import org.stepwell.therapy.job.JobSearch;
import org.stepwell.therapy.measuredue.MeasuresDue;
import org.stepwell.therapy.medication.MedicationAndStays;
import org.stepwell.therapy.naloxone.Naloxone;
import org.stepwell.therapy.outreach.Outreach;
import org.stepwell.therapy.plan.PlanReviews;
import org.stepwell.therapy.roster.Episodes;
import org.stepwell.therapy.trend.Trends;

/**
 * A discharge may be recorded days before the last day. Until that is over, whoever still comes is watched as before; then
 * nothing is asked for any more. Of whoever died or never came nothing is asked from that word on.
 */
@Singleton
class EndOfStay implements DueDoor {

    private static final String KIND = "stay-over";

    private final Episodes episodes;
    private final MeasuresDue measuresDue;
    private final PlanReviews reviews;
    private final Trends trends;
    private final Outreach outreach;
    private final MedicationAndStays medication;
    private final Naloxone naloxone;
    private final ScreensAndStays screens;
    private final JobSearch jobSearch;
    private final ClinicDirectory clinics;
    private final Due due;
    private final Clock clock;

    EndOfStay(
            Episodes episodes,
            MeasuresDue measuresDue,
            PlanReviews reviews,
            Trends trends,
            Outreach outreach,
            MedicationAndStays medication,
            Naloxone naloxone,
            ScreensAndStays screens,
            JobSearch jobSearch,
            ClinicDirectory clinics,
            Due due,
            Clock clock) {
        this.episodes = episodes;
        this.measuresDue = measuresDue;
        this.reviews = reviews;
        this.trends = trends;
        this.outreach = outreach;
        this.medication = medication;
        this.naloxone = naloxone;
        this.screens = screens;
        this.jobSearch = jobSearch;
        this.clinics = clinics;
        this.due = due;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    void discharged(EpisodeDischarged said) {
        boolean gone = said.neverCame() || died(said.reason(), said.waiver());
        ends(said.patient(), said.episode(), said.lastDay(), gone, said.at());
    }

    /**
     * It ended otherwise. Who is still there after all is looked after as if nobody had said that they left. What ended by the clock is
     * begun again as of now: the word may have been said before it ended, and be heard of after.
     */
    void corrected(DischargeCorrected said) {
        boolean wasOver = episodes.open(said.episode()).isEmpty();
        boolean died = died(said.reason(), said.waiver());
        ends(said.patient(), said.episode(), said.lastDay(), died, said.at());
        var at = wasOver ? clock.instant() : said.at();
        if (!died) {
            measuresDue.lives(said.episode(), at);
        }
        if (episodes.open(said.episode()).isPresent()) {
            if (wasOver) {
                goesOn(said.episode(), at);
            }
            outreach.changed(said.episode());
            naloxone.changed(said.patient(), at);
        }
    }

    private void ends(PatientId patient, EpisodeId episode, LocalDate lastDay, boolean gone, Instant at) {
        var from = overFrom(lastDay, gone, at);
        episodes.ended(patient, episode, lastDay, from);
        if (from.isAfter(dayOf(clock.instant()))) {
            due.at(KIND, episode, from.atStartOfDay(clinics.zone()).toInstant());
            measuresDue.leaves(episode, lastDay);
        } else {
            due.cancel(KIND, episode);
            over(episode, gone, at);
        }
    }

    @Override
    public void due(UUID subject, Instant dueAt) {
        var episode = new EpisodeId(subject);
        if (episodes.open(episode).isEmpty()) { // the last day may have moved meanwhile
            over(episode, false, clock.instant());
        }
    }

    private void over(EpisodeId episode, boolean gone, Instant at) {
        measuresDue.ended(episode, gone, at);
        reviews.ended(episode, at);
        trends.ended(episode, at);
        outreach.ended(episode, at);
        medication.ended(episode, at);
        naloxone.changed(episodes.of(episode).patient(), at);
        screens.ended(episode, at);
        jobSearch.ended(episode, at);
    }

    private void goesOn(EpisodeId episode, Instant at) {
        measuresDue.goesOn(episode);
        reviews.goesOn(episode);
        trends.goesOn(episode, at);
        medication.goesOn(episode);
        screens.goesOn(episode, episodes.of(episode).patient(), at);
        jobSearch.goesOn(episode, at);
    }

    private LocalDate overFrom(LocalDate lastDay, boolean atOnce, Instant at) {
        var after = lastDay.plusDays(1);
        var said = dayOf(at);
        return atOnce && said.isBefore(after) ? said : after;
    }

    /** Either word is enough. */
    private static boolean died(@Nullable DischargeReason reason, @Nullable DischargeWaiver waiver) {
        return reason == DischargeReason.DECEASED || waiver == DischargeWaiver.DEATH;
    }

    private LocalDate dayOf(Instant at) {
        return LocalDate.ofInstant(at, clinics.zone());
    }
}
