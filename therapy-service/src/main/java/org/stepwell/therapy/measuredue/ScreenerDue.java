package org.stepwell.therapy.measuredue;

import jakarta.annotation.Priority;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import org.stepwell.contracts.finding.FindingEvent.MeasureScored;
import org.stepwell.contracts.finding.FindingEvent.SafetyChanged;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.clinic.ClinicDirectory;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.platform.finding.RaisedFlags;
import org.stepwell.therapy.measuredue.MeasureSchedule.Ask;
import org.stepwell.therapy.roster.Episodes;
import org.stepwell.therapy.safety.SuicideItem;
import org.stepwell.therapy.safety.SuicideScreens;

/**
 * Whoever names a thought of death or self-harm is asked the suicide screener the same day: it is somebody's task until any
 * service asked it, after they named it alone or were in a session, and else on that day or later.
 */
@Singleton
@Priority(ScreenerDue.BEFORE_PLANS)
public class ScreenerDue implements RaisedFlags {

    /** Whoever takes a measure locks what is asked before the plan's review; so does whoever hears of a flag. */
    static final int BEFORE_PLANS = 1;

    private final MeasureCalendars calendars;
    private final AskedMeasures asked;
    private final MeasureTasks tasks;
    private final SuicideItem item;
    private final SuicideScreens screens;
    private final Episodes episodes;
    private final ClinicDirectory clinics;

    ScreenerDue(
            MeasureCalendars calendars,
            AskedMeasures asked,
            MeasureTasks tasks,
            SuicideItem item,
            SuicideScreens screens,
            Episodes episodes,
            ClinicDirectory clinics) {
        this.calendars = calendars;
        this.asked = asked;
        this.tasks = tasks;
        this.item = item;
        this.screens = screens;
        this.episodes = episodes;
        this.clinics = clinics;
    }

    /** Another service raised it about somebody who is in treatment here. */
    @Override
    public void raised(SafetyChanged flag) {
        if (flag.flag().equals(SuicideItem.FLAG)) {
            var from = screens.answeringFrom(flag.at(), false); // who said it to whom is not told
            episodes.open(flag.patient()).forEach(open -> named(flag.patient(), open.episode(), from, flag.at()));
        }
    }

    /**
     * A thought was named.
     *
     * @param from from when on a screener answers it: of the day on which it was named, and not before it
     */
    public void named(PatientId patient, EpisodeId episode, Instant from, Instant now) {
        calendars.locked(episode);
        if (screens.areAskedSince(patient, from)) {
            item.settle(patient, now);
            return;
        }
        var day = LocalDate.ofInstant(from, clinics.zone());
        var before = asked.open(episode, SuicideScreens.WHOLE);
        if (before.filter(AskedMeasure::asksForTheScreener).isPresent()) {
            before.get().namedAgain(from, day);
            return;
        }
        before.ifPresent(older -> older.superseded(now));
        asked.flush(); // of one kind, one is open at a time
        var ask = new Ask(SuicideScreens.WHOLE, Asks.STAFF, Occasion.SUICIDE_ITEM, day);
        asked.persist(AskedMeasure.named(Uuid7.next(), episode, patient, ask, from, now));
        tasks.screenerNeeded(episode, patient, now);
    }

    /** A suicide screener came out, in whichever service: what asked for it ends, and so does its flag. */
    public void taken(MeasureScored screener) {
        asked.open(screener.patient()).stream()
                .filter(AskedMeasure::asksForTheScreener)
                .filter(one -> screens.areAskedSince(one.patient(), one.answersFrom()))
                .forEach(one -> {
                    one.answered(screener.measure(), screener.at());
                    tasks.screenerTaken(one.episode(), screener.at());
                });
        item.settle(screener.patient(), screener.at());
    }
}
