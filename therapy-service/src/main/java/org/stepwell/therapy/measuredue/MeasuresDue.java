package org.stepwell.therapy.measuredue;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.Collectors;
import org.stepwell.contracts.enrollment.EnrollmentFact.DischargePlanned;
import org.stepwell.contracts.enrollment.EnrollmentFact.EpisodeAdmitted;
import org.stepwell.contracts.finding.FindingEvent.MeasureScored;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.ProgramId;
import org.stepwell.platform.clinic.ClinicDirectory;
import org.stepwell.platform.time.Due;
import org.stepwell.therapy.roster.Episodes;
import org.stepwell.therapy.safety.SuicideScreens;

/** Lets questionnaires fall due as patients come, stay and go, and knows which are answered. */
@Singleton
public class MeasuresDue {

    static final String DUE = "measures-due";

    private final MeasureCalendars calendars;
    private final AskedMeasures asked;
    private final MeasureTasks tasks;
    private final ScreenerDue screener;
    private final MeasureDueSettings settings;
    private final Episodes episodes;
    private final ClinicDirectory clinics;
    private final Due due;
    private final Clock clock;

    MeasuresDue(
            MeasureCalendars calendars,
            AskedMeasures asked,
            MeasureTasks tasks,
            ScreenerDue screener,
            MeasureDueSettings settings,
            Episodes episodes,
            ClinicDirectory clinics,
            Due due,
            Clock clock) {
        this.calendars = calendars;
        this.asked = asked;
        this.tasks = tasks;
        this.screener = screener;
        this.settings = settings;
        this.episodes = episodes;
        this.clinics = clinics;
        this.due = due;
        this.clock = clock;
    }

    /** Somebody is in. */
    public void admitted(EpisodeAdmitted admitted) {
        calendars.begin(admitted.episode(), admitted.patient(), admitted.start());
        due.now(DUE, admitted.episode());
    }

    /** The patient is back, now or soon: what fell due meanwhile is asked then. */
    public void resumed(EpisodeId episode) {
        due.now(DUE, episode);
    }

    /** A discharge is planned. */
    public void dischargePlanned(DischargePlanned planned) {
        leaves(planned.episode(), planned.targetDate());
    }

    /** The patient stays after all. */
    public void dischargeCancelled(EpisodeId episode, Instant at) {
        calendars.locked(episode).ifPresent(calendar -> {
            calendar.dischargeCancelled();
            asked.open(episode).stream().filter(AskedMeasure::isForDischarge).forEach(one -> one.withdrawn(at));
            answeredAll(episode, at);
        });
    }

    /**
     * The episode is over: nobody asks any more. Whoever named a thought of death and left is still to be asked about it.
     *
     * @param gone true where there is nobody to ask: they died, or never came
     */
    public void ended(EpisodeId episode, boolean gone, Instant at) {
        calendars.locked(episode).ifPresent(calendar -> {
            calendar.ended(at);
            asked.open(episode).stream()
                    .filter(one -> gone || !one.asksForTheScreener())
                    .forEach(one -> one.withdrawn(at));
            due.cancel(DUE, episode);
            tasks.over(episode, at);
            if (gone) {
                tasks.nobodyToAsk(episode, at);
            }
        });
    }

    /** The patient is discharged, and comes until this day: it is asked as of a discharge that was planned for it. */
    public void leaves(EpisodeId episode, LocalDate lastDay) {
        calendars.locked(episode).ifPresent(calendar -> {
            calendar.dischargePlanned(lastDay);
            due.now(DUE, episode);
        });
    }

    /** The episode goes on after all. */
    public void goesOn(EpisodeId episode) {
        calendars.locked(episode).filter(MeasureCalendar::isOver).ifPresent(calendar -> {
            calendar.goesOn();
            due.now(DUE, episode);
        });
    }

    /** The patient had not died, whether they are still here or left: what they had named is asked about again. */
    public void lives(EpisodeId episode, Instant at) {
        calendars
                .locked(episode)
                .flatMap(_ -> asked.screenerWithdrawn(episode))
                .ifPresent(one -> screener.named(one.patient(), episode, one.answersFrom(), at));
    }

    /** A program asks for something else from now on. */
    void changed(ProgramId program) {
        var now = clock.instant();
        due.sooner(DUE, episodes.openIn(program).stream().collect(Collectors.toMap(one -> one, _ -> now)));
    }

    /** What is asked of an episode is not changed by anybody else until the transaction ends. */
    public void lock(EpisodeId episode) {
        calendars.locked(episode);
    }

    /** Refuses a patient who answers what nobody asked them. */
    public void mustBeAsked(EpisodeId episode, String instrument) {
        if (asked.open(episode, instrument).filter(AskedMeasure::asksThePatient).isEmpty()) {
            throw MeasureDueRule.ANSWERED_AS_ASKED.because(
                    "%s is not asked now. GET patients/…/measures-asked lists what is.".formatted(instrument));
        }
    }

    /** A questionnaire came out, in whichever service: what asked for it is answered. Its calendars are locked. */
    public void answered(MeasureScored measure) {
        var takenOn = LocalDate.ofInstant(measure.takenAt(), clinics.zone());
        asked.open(measure.patient()).stream()
                .filter(one -> !one.asksForTheScreener() && answers(measure.instrument(), one.instrument()))
                .filter(one -> !takenOn.isBefore(one.dueOn().minusDays(settings.freshDays())))
                .toList()
                .forEach(one -> {
                    one.answered(measure.measure(), measure.at());
                    answeredAll(one.episode(), measure.at());
                });
    }

    /** The whole screener asks all that is asked since the last contact. */
    static boolean answers(String taken, String asked) {
        return taken.equals(asked)
                || (taken.equals(SuicideScreens.WHOLE) && asked.equals(SuicideScreens.SINCE_LAST_CONTACT));
    }

    private void answeredAll(EpisodeId episode, Instant at) {
        if (asked.open(episode).stream().noneMatch(AskedMeasure::isUnanswered)) {
            tasks.answered(episode, at);
        }
    }
}
