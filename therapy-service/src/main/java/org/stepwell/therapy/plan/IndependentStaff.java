package org.stepwell.therapy.plan;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.therapy.roster.StaffMembers;

/** Who of the staff practises independently, by the credentials that scheduling keeps of them. */
@Singleton
public class IndependentStaff {

    private final StaffMembers staff;
    private final PlanSettings settings;

    IndependentStaff(StaffMembers staff, PlanSettings settings) {
        this.staff = staff;
        this.settings = settings;
    }

    /** What somebody holds; nothing where they do not work here. */
    public record Credentials(List<String> held, boolean independent) {

        /** As they stand under a signature. */
        public String said() {
            return String.join(", ", held.stream().sorted().toList());
        }
    }

    /** Somebody's credentials, and whether one of them lets them practise independently. */
    public Credentials of(StaffId who) {
        var held = staff.credentials(who).orElse(List.of());
        var independent =
                settings.independent().stream().map(IndependentStaff::plain).collect(Collectors.toSet());
        return new Credentials(held, held.stream().map(IndependentStaff::plain).anyMatch(independent::contains));
    }

    /** "Psy.D." and "PSYD" are one. */
    private static String plain(String credential) {
        return credential.strip().replace(".", "").toUpperCase(Locale.ROOT);
    }
}
