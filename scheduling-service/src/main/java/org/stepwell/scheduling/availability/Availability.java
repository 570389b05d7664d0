package org.stepwell.scheduling.availability;

import java.util.ArrayList;
import java.util.List;
import org.stepwell.platform.problem.FieldError;
import org.stepwell.platform.problem.Refusal;

/** All times at which a patient can not come, as they were said last. */
record Availability(int version, List<BusyTime> busy) {

    static final Availability UNSAID = new Availability(0, List.of());

    /** Refuses hours and days that can not be, each where it stands. */
    static void mustBePossible(List<BusyTime> busy) {
        var wrong = new ArrayList<FieldError>();
        for (int place = 0; place < busy.size(); place++) {
            var one = busy.get(place);
            if (!one.opensAt().isBefore(one.closesAt())) {
                wrong.add(new FieldError("/busy/%d/to".formatted(place), "after %s".formatted(one.opensAt())));
            }
            var lastDay = one.lastDay();
            if (lastDay != null && lastDay.isBefore(one.firstDay())) {
                wrong.add(new FieldError("/busy/%d/lastDay".formatted(place), "%s or later".formatted(one.firstDay())));
            }
        }
        if (!wrong.isEmpty()) {
            throw new Refusal(AvailabilityRule.BUSY_TIMES_CAN_BE, "Correct %d of them.".formatted(wrong.size()), wrong);
        }
    }
}
