package org.stepwell.therapy.measure;

import jakarta.inject.Singleton;
import org.stepwell.contracts.code.ReviewReason;
import org.stepwell.contracts.finding.FindingEvent.MeasureScored;
import org.stepwell.platform.finding.ScoredMeasures;
import org.stepwell.therapy.measuredue.MeasuresDue;
import org.stepwell.therapy.measuredue.ScreenerDue;
import org.stepwell.therapy.plan.PlanReviews;
import org.stepwell.therapy.roster.Episodes;
import org.stepwell.therapy.safety.SuicideScreens;
import org.stepwell.therapy.trend.ReturnToUse;
import org.stepwell.therapy.trend.Scores;
import org.stepwell.therapy.trend.Trends;

/** What becomes of a questionnaire that came out, whichever service took it: heard once more, it is the same. */
@Singleton
class HeardMeasures implements ScoredMeasures {

    private final Scores scores;
    private final MeasuresDue due;
    private final ScreenerDue screener;
    private final SuicideScreens screens;
    private final Trends trends;
    private final ReturnToUse returnToUse;
    private final PlanReviews reviews;
    private final Episodes episodes;

    HeardMeasures(
            Scores scores,
            MeasuresDue due,
            ScreenerDue screener,
            SuicideScreens screens,
            Trends trends,
            ReturnToUse returnToUse,
            PlanReviews reviews,
            Episodes episodes) {
        this.scores = scores;
        this.due = due;
        this.screener = screener;
        this.screens = screens;
        this.trends = trends;
        this.returnToUse = returnToUse;
        this.reviews = reviews;
        this.episodes = episodes;
    }

    @Override
    public void scored(MeasureScored measure) {
        var open = episodes.open(measure.patient());
        open.forEach(episode -> due.lock(episode.episode()));
        scores.take(measure);
        due.answered(measure);
        if (screens.include(measure.instrument())) {
            screener.taken(measure);
        }
        open.forEach(episode -> {
            trends.scored(episode.episode(), measure);
            returnToUse.scored(episode.episode(), measure);
            if (screens.foundSomething(measure)) {
                reviews.outOfTurn(episode.episode(), ReviewReason.SAFETY, measure.at());
            }
        });
    }
}
