package org.stepwell.aftercare.checkin;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.UUID;
import org.stepwell.aftercare.plan.ActivePlan;
import org.stepwell.aftercare.plan.FindPlan;
import org.stepwell.aftercare.silence.Silences;
import org.stepwell.contracts.aftercare.AftercareFact.CheckInRecorded.Level;
import org.stepwell.contracts.id.CheckInId;
import org.stepwell.platform.time.DueDoor;

/** The hour at which a check-in is due: from whom none came by then, somebody begins to look. */
@Singleton
class CheckInHour implements DueDoor {

    static final String KIND = "check-in-hour";

    private final CheckIns checkIns;
    private final FindPlan plans;
    private final Silences silences;

    CheckInHour(CheckIns checkIns, FindPlan plans, Silences silences) {
        this.checkIns = checkIns;
        this.plans = plans;
        this.silences = silences;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void due(UUID subject, Instant dueAt) {
        var id = new CheckInId(subject);
        checkIns.findByIdOptional(id)
                .flatMap(checkIn -> plans.ifActive(checkIn.plan()))
                .ifPresent(plan -> checkIns.locked(id)
                        .filter(checkIn -> checkIn.status() != CheckIn.Status.RECORDED)
                        .ifPresent(checkIn -> begin(plan, checkIn, dueAt)));
    }

    private void begin(ActivePlan plan, CheckIn checkIn, Instant dueAt) {
        var dueOn = checkIn.week().dueOn();
        boolean worrying = checkIns.lastLevel(plan.id(), dueOn)
                .filter(level -> level == Level.RED || level == Level.AMBER)
                .isPresent();
        silences.begin(plan, new Silences.NoCheckIn(checkIn.id(), dueOn, dueAt, worrying));
    }
}
