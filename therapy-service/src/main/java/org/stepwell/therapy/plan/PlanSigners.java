package org.stepwell.therapy.plan;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
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

    /** Refuses a plan that lacks something, or names somebody who does not work here any more. */
    void mustBeComplete(PlanContent plan, LocalDate today) {
        PlanGaps.mustBeNone(plan, today, staff.workingHere(plan.responsible()));
    }

    /** Somebody signs. */
    Signer of(StaffId who) {
        var credentials = staff.credentials(who).orElse(List.of());
        var independent =
                settings.independent().stream().map(PlanSigners::plain).collect(Collectors.toSet());
        return new Signer(
                who, credentials, credentials.stream().map(PlanSigners::plain).anyMatch(independent::contains));
    }

    /** "Psy.D." and "PSYD" are one. */
    private static String plain(String credential) {
        return credential.strip().replace(".", "").toUpperCase(Locale.ROOT);
    }
}
