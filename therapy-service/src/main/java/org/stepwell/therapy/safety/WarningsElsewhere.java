package org.stepwell.therapy.safety;

import jakarta.inject.Singleton;
import org.stepwell.contracts.code.ReviewReason;
import org.stepwell.contracts.finding.FindingEvent.SafetyChanged;
import org.stepwell.platform.finding.RaisedFlags;
import org.stepwell.therapy.plan.PlanReviews;
import org.stepwell.therapy.roster.Episodes;

/** A warning that another service raised is news to the plan of whoever is in treatment; what is raised here asks by itself. */
@Singleton
class WarningsElsewhere implements RaisedFlags {

    private final Episodes episodes;
    private final PlanReviews reviews;
    private final Alarm alarm;

    WarningsElsewhere(Episodes episodes, PlanReviews reviews, Alarm alarm) {
        this.episodes = episodes;
        this.reviews = reviews;
        this.alarm = alarm;
    }

    @Override
    public void raised(SafetyChanged flag) {
        episodes.open(flag.patient())
                .forEach(open -> reviews.outOfTurn(open.episode(), ReviewReason.SAFETY, flag.at()));
        if (SuicideRisk.FLAGS.contains(flag.flag())) {
            alarm.about(flag.patient());
        }
    }
}
