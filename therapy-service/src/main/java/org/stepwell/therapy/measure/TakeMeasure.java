package org.stepwell.therapy.measure;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import org.stepwell.platform.event.Outbox;
import org.stepwell.therapy.measure.Measure.Taken;
import org.stepwell.therapy.measuredue.MeasuresDue;
import org.stepwell.therapy.measuredue.ScreenerDue;
import org.stepwell.therapy.safety.RaiseFlag;
import org.stepwell.therapy.safety.RaiseFlag.Found;
import org.stepwell.therapy.safety.SuicideItem;
import org.stepwell.therapy.safety.SuicideRisk;
import org.stepwell.therapy.safety.SuicideScreens;

/** Keeps a scored questionnaire, tells of it, and does what its answers ask for. */
@Singleton
class TakeMeasure {

    private final Measures measures;
    private final HeardMeasures heard;
    private final MeasuresDue due;
    private final ScreenerDue screener;
    private final RaiseFlag flags;
    private final SuicideRisk risk;
    private final SuicideScreens screens;
    private final Outbox outbox;

    TakeMeasure(
            Measures measures,
            HeardMeasures heard,
            MeasuresDue due,
            ScreenerDue screener,
            RaiseFlag flags,
            SuicideRisk risk,
            SuicideScreens screens,
            Outbox outbox) {
        this.measures = measures;
        this.heard = heard;
        this.due = due;
        this.screener = screener;
        this.flags = flags;
        this.risk = risk;
        this.screens = screens;
        this.outbox = outbox;
    }

    /** By staff, who take any questionnaire of any of the patient's episodes. */
    void byStaff(Measure measure, Instant now) {
        due.lock(measure.taken().episode());
        take(measure, now);
    }

    /** By the patient, who answers what they are asked. */
    void byPatient(Measure measure, Instant now) {
        due.lock(measure.taken().episode());
        due.mustBeAsked(measure.taken().episode(), measure.scored().instrument());
        take(measure, now);
    }

    private void take(Measure measure, Instant now) {
        measures.persist(measure);
        var said = measure.said();
        outbox.append(said);
        measure.dangers().forEach(alert -> raise(measure, alert.code(), now));
        Optional.ofNullable(risk.foundBy(measure.scored())).ifPresent(flag -> raise(measure, flag, now));
        heard.scored(said);
        if (measure.dangers().stream().anyMatch(alert -> alert.code().equals(SuicideItem.FLAG))) {
            var taken = measure.taken();
            screener.named(taken.patient(), taken.episode(), answeringFrom(taken), now);
        }
    }

    private void raise(Measure measure, String flag, Instant now) {
        var taken = measure.taken();
        flags.raise(taken.patient(), taken.episode(), flag, new Found(taken.at(), answeringFrom(taken)), now);
    }

    private Instant answeringFrom(Taken taken) {
        return screens.answeringFrom(taken.at(), taken.by() == null);
    }
}
