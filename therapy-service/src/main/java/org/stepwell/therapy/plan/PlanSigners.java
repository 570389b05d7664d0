package org.stepwell.therapy.plan;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.therapy.roster.StaffMembers;

/** Who may sign which plan, and by which credentials. */
@Singleton
class PlanSigners {

    private final StaffMembers staff;
    private final PlanSettings settings;

    PlanSigners(StaffMembers staff, PlanSettings settings) {
        this.staff = staff;
        this.settings = settings;
    }

    /** Somebody signs this plan, which lacks nothing. */
    Signer of(StaffId who, PlanContent plan, LocalDate today) {
        PlanGaps.mustBeNone(plan, today, staff.workingHere(plan.responsible()));
        return of(who);
    }

    private Signer of(StaffId who) {
        var credentials = staff.credentials(who).orElse(List.of());
        boolean independent = credentials.stream()
                .map(one -> one.toUpperCase(Locale.ROOT).replace(".", ""))
                .anyMatch(settings.independent()::contains);
        return new Signer(who, credentials, independent);
    }
}
