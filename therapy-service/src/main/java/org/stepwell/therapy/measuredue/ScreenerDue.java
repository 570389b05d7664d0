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
 * service asked it, on that day or later.
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
            episodes.open(flag.patient()).forEach(open -> named(flag.patient(), open.episode(), flag.at(), flag.at()));
        }
    }

    /**
     * A thought was named.
     *
     * @param answeredAt when the patient said so
     */
    public void named(PatientId patient, EpisodeId episode, Instant answeredAt, Instant now) {
        calendars.locked(episode);
        var day = LocalDate.ofInstant(answeredAt, clinics.zone());
        if (screens.areAskedSince(patient, day)) {
            item.settle(patient, now);
            return;
        }
        var before = asked.open(episode, SuicideScreens.WHOLE);
        if (before.filter(AskedMeasure::asksForTheScreener).isPresent()) {
            before.get().dueAgain(day);
            return;
        }
        before.ifPresent(older -> older.superseded(now));
        asked.flush(); // of one kind, one is open at a time
        var ask = new Ask(SuicideScreens.WHOLE, Asks.STAFF, Occasion.SUICIDE_ITEM, day);
        asked.persist(new AskedMeasure(Uuid7.next(), episode, patient, ask, now));
        tasks.screenerNeeded(episode, patient, now);
    }

    /** A suicide screener came out, in whichever service: what asked for it ends, and so does its flag. */
    public void taken(MeasureScored screener) {
        asked.open(screener.patient()).stream()
                .filter(AskedMeasure::asksForTheScreener)
                .filter(one -> screens.areAskedSince(one.patient(), one.dueOn()))
                .forEach(one -> {
                    one.answered(screener.measure(), screener.at());
                    tasks.screenerTaken(one.episode(), screener.at());
                });
        item.settle(screener.patient(), screener.at());
    }
}
