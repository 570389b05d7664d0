package org.stepwell.platform.finding;

import org.stepwell.contracts.finding.FindingEvent.MeasureScored;

/** What wants to know of each questionnaire that any service scored; a bean of this type hears of all of them. */
public interface ScoredMeasures {

    /** A questionnaire was scored; the same one may be told more than once. */
    void scored(MeasureScored measure);
}
