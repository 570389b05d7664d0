package org.stepwell.enrollment.screening;

import java.util.List;
import java.util.Set;
import org.stepwell.enrollment.stop.Stop;
import org.stepwell.platform.finding.StandingFlag;

/**
 * What stands about a patient at this moment.
 *
 * @param stops what intake found and nobody dealt with
 * @param elsewhere safety flags that other services raised and did not clear
 */
record Standing(Set<Stop> stops, List<StandingFlag> elsewhere) {

    /** Whether an emergency or a crisis comes before any level of care, whoever found it. */
    boolean crisis() {
        return !elsewhere.isEmpty() || stops.stream().anyMatch(Stop::crisis);
    }

    /** What others found, and where it is cleared. */
    List<String> flags() {
        return elsewhere.stream().map(StandingFlag::toString).sorted().toList();
    }
}
