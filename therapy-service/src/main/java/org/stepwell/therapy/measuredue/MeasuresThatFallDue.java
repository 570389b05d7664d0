package org.stepwell.therapy.measuredue;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.platform.clinic.ClinicDirectory;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.platform.time.Due;
import org.stepwell.platform.time.DueDoor;
import org.stepwell.therapy.measuredue.MeasureSchedule.Ask;
import org.stepwell.therapy.roster.Away;
import org.stepwell.therapy.roster.Episodes;
import org.stepwell.therapy.safety.SuicideScreens;
import org.stepwell.therapy.trend.Scores;

/**
 * Asks what falls due, once each, of whoever is here; of what fell due more than once while nobody looked, the last. What is not
 * answered in time is somebody's task.
 */
@Singleton
class MeasuresThatFallDue implements DueDoor {

    private final MeasureCalendars calendars;
    private final MeasureSchedules schedules;
    private final AskedMeasures asked;
    private final MeasureTasks tasks;
    private final MeasureDueSettings settings;
    private final Scores scores;
    private final SuicideScreens screens;
    private final Episodes episodes;
    private final ClinicDirectory clinics;
    private final Due due;
    private final Clock clock;

    MeasuresThatFallDue(
            MeasureCalendars calendars,
            MeasureSchedules schedules,
            AskedMeasures asked,
            MeasureTasks tasks,
            MeasureDueSettings settings,
            Scores scores,
            SuicideScreens screens,
            Episodes episodes,
            ClinicDirectory clinics,
            Due due,
            Clock clock) {
        this.calendars = calendars;
        this.schedules = schedules;
        this.asked = asked;
        this.tasks = tasks;
        this.settings = settings;
        this.scores = scores;
        this.screens = screens;
        this.episodes = episodes;
        this.clinics = clinics;
        this.due = due;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return MeasuresDue.DUE;
    }

    @Override
    public void due(UUID subject, Instant dueAt) {
        var episode = new EpisodeId(subject);
        calendars
                .locked(episode)
                .filter(calendar -> !calendar.isOver())
                .ifPresent(calendar -> episodes.open(episode).ifPresent(open -> look(calendar, open.away())));
    }

    private void look(MeasureCalendar calendar, Away away) {
        var now = clock.instant();
        var today = dayOf(now);
        if (away.on(today)) {
            away.hereFrom(today).ifPresent(back -> wakeOn(calendar.episode(), back));
            return;
        }
        var schedule = schedules.of(calendar.episode());
        ask(calendar, schedule, today, now);
        remind(calendar, away, today, now);
        Stream.of(calendar.nextDay(schedule, settings.beforeDischargeDays()), nextReminder(calendar, away))
                .flatMap(Optional::stream)
                .min(LocalDate::compareTo)
                .ifPresent(day -> wakeOn(calendar.episode(), day));
    }

    /** Of each questionnaire the last that fell due, unless its time is over; the others are told as passed. */
    private void ask(MeasureCalendar calendar, MeasureSchedule schedule, LocalDate today, Instant now) {
        var last = new LinkedHashMap<String, Ask>();
        for (var ask : calendar.fallsDue(schedule, today, settings.beforeDischargeDays())) {
            if (concerns(calendar, ask)) {
                Optional.ofNullable(last.put(ask.instrument(), ask)).ifPresent(before -> passed(calendar, before, now));
            }
        }
        var oldest = today.minusDays(settings.askedWithinDays());
        last.values().forEach(ask -> {
            if (ask.dueOn().isBefore(oldest)) {
                passed(calendar, ask, now);
            } else {
                ask(calendar, ask, now);
            }
        });
        asked.flush();
    }

    /** What has changed since the last contact is asked of those alone of whom something was found before. */
    private boolean concerns(MeasureCalendar calendar, Ask ask) {
        return !ask.instrument().equals(SuicideScreens.SINCE_LAST_CONTACT)
                || screens.wereEverPositive(calendar.patient());
    }

    private void passed(MeasureCalendar calendar, Ask ask, Instant now) {
        var one = new AskedMeasure(Uuid7.next(), calendar.episode(), calendar.patient(), ask, now);
        one.superseded(now);
        asked.persist(one);
    }

    private void ask(MeasureCalendar calendar, Ask ask, Instant now) {
        var before = asked.open(calendar.episode(), ask.instrument());
        if (before.filter(AskedMeasure::asksForTheScreener).isPresent()) {
            passed(calendar, ask, now);
            return;
        }
        before.ifPresent(older -> older.superseded(now));
        asked.flush(); // of one kind, one is open at a time
        var one = new AskedMeasure(Uuid7.next(), calendar.episode(), calendar.patient(), ask, now);
        asked.persist(one);
        scores.last(calendar.patient(), answering(ask))
                .filter(answer -> !dayOf(answer.takenAt()).isBefore(ask.dueOn().minusDays(settings.freshDays())))
                .ifPresent(answer -> one.answered(answer.measure(), now));
    }

    private static List<String> answering(Ask ask) {
        return Stream.of(ask.instrument(), SuicideScreens.WHOLE)
                .distinct()
                .filter(taken -> MeasuresDue.answers(taken, ask.instrument()))
                .toList();
    }

    private void remind(MeasureCalendar calendar, Away away, LocalDate today, Instant now) {
        asked.open(calendar.episode()).stream()
                .filter(one ->
                        !one.asksForTheScreener() && !remindsOn(one, away).isAfter(today))
                .filter(one -> one.unanswered(now))
                .findFirst()
                .ifPresent(_ -> tasks.unanswered(calendar.episode(), calendar.patient(), now));
    }

    private Optional<LocalDate> nextReminder(MeasureCalendar calendar, Away away) {
        return asked.open(calendar.episode()).stream()
                .filter(one -> !one.asksForTheScreener() && !one.isUnanswered())
                .map(one -> remindsOn(one, away))
                .min(LocalDate::compareTo);
    }

    /** Some days after somebody could answer: not of the days on which they were away. */
    private LocalDate remindsOn(AskedMeasure one, Away away) {
        var askedOn = dayOf(one.askedAt());
        var back = away.back();
        return (back != null && back.isAfter(askedOn) ? back : askedOn).plusDays(settings.unansweredDays());
    }

    private void wakeOn(EpisodeId episode, LocalDate day) {
        due.at(MeasuresDue.DUE, episode, day.atStartOfDay(clinics.zone()).toInstant());
    }

    private LocalDate dayOf(Instant at) {
        return LocalDate.ofInstant(at, clinics.zone());
    }
}
