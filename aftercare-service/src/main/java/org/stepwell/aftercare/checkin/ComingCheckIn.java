package org.stepwell.aftercare.checkin;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Optional;
import org.stepwell.aftercare.plan.Cadence;
import org.stepwell.aftercare.silence.NextCheckIn;
import org.stepwell.contracts.id.AftercarePlanId;
import org.stepwell.platform.clinic.ClinicDirectory;

/** The check-in that follows one: as it is scheduled, or, as long as it is not, as the pace of the plan says. */
@Singleton
class ComingCheckIn implements NextCheckIn {

    private final CheckIns checkIns;
    private final Cadence cadence;
    private final CheckInSettings settings;
    private final ClinicDirectory clinics;

    ComingCheckIn(CheckIns checkIns, Cadence cadence, CheckInSettings settings, ClinicDirectory clinics) {
        this.checkIns = checkIns;
        this.cadence = cadence;
        this.settings = settings;
        this.clinics = clinics;
    }

    @Override
    public Optional<Coming> after(AftercarePlanId plan, LocalDate dueOn) {
        return checkIns.firstAfter(plan, dueOn)
                .map(CheckIn::week)
                .or(() -> cadence.after(plan, dueOn).map(CheckInWeek::new))
                .map(week -> new Coming(week.dueAt(settings.dueHour(), clinics.zone()), week.closesAt(clinics.zone())));
    }
}
