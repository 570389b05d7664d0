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

    WarningsElsewhere(Episodes episodes, PlanReviews reviews) {
        this.episodes = episodes;
        this.reviews = reviews;
    }

    @Override
    public void raised(SafetyChanged flag) {
        if (!flag.service().equals(SafetyFlag.SERVICE)) {
            episodes.open(flag.patient())
                    .forEach(open -> reviews.outOfTurn(open.episode(), ReviewReason.SAFETY, flag.at()));
        }
    }
}
