package org.stepwell.enrollment.stop;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.stepwell.platform.access.Role;
import org.stepwell.platform.problem.Refusal;

/** Who may deal with a finding, by role and, where nursing counts as medical, by credential. */
enum License {
    /** Intake and all who treat. */
    STAFF(Set.of(), Role.PRESCRIBER, Role.CLINICIAN, Role.SUPERVISOR, Role.INTAKE),
    CLINICIANS(Set.of(), Role.PRESCRIBER, Role.CLINICIAN, Role.SUPERVISOR),
    /**
     * Those who may assess a risk on their own: whoever supervises or prescribes, and clinicians with a license for it. A trainee's
     * or a peer's credential is none; states call theirs otherwise, and the list grows with them.
     */
    LICENSED(
            Set.of(
                    "LCSW", "LICSW", "LISW", "LPC", "LCPC", "LPCC", "LMHC", "LMFT", "LCADC", "LADC", "LCDC", "PHD",
                    "PSYD", "APRN", "PMHNP", "MD", "DO", "NP", "PA", "RN"),
            Role.PRESCRIBER,
            Role.SUPERVISOR),
    /** Those who evaluate psychiatrically: of the licensed, neither nurses without that training nor addiction counselors. */
    PSYCHIATRIC(
            Set.of(
                    "LCSW", "LICSW", "LISW", "LPC", "LCPC", "LPCC", "LMHC", "LMFT", "PHD", "PSYD", "APRN", "PMHNP",
                    "MD", "DO", "NP", "PA"),
            Role.PRESCRIBER),
    /** Physicians and nurses. */
    MEDICAL(Set.of("MD", "DO", "APRN", "PMHNP", "NP", "PA", "RN"), Role.PRESCRIBER),
    PRESCRIBERS(Set.of(), Role.PRESCRIBER);

    @SuppressWarnings("ImmutableEnumChecker") // an unmodifiable set
    private final Set<String> credentials;

    @SuppressWarnings("ImmutableEnumChecker") // an unmodifiable list
    private final List<Role> roles;

    License(Set<String> credentials, Role... roles) {
        this.credentials = credentials;
        this.roles = List.copyOf(Arrays.asList(roles));
    }

    /** In which role somebody may; nothing where they may not. */
    Optional<Role> of(Actor actor) {
        var byRole = roles.stream().filter(actor.roles()::contains).findFirst();
        boolean byCredential = actor.credentials().stream()
                .map(credential -> credential.replace(".", "").toUpperCase(Locale.ROOT))
                .anyMatch(credentials::contains);
        return byRole.isPresent() || !byCredential ? byRole : CLINICIANS.of(actor);
    }

    /** In which role somebody may; refuses whoever may not. */
    Role required(Actor actor) {
        return of(actor).orElseThrow(() -> new Refusal(StopRule.LICENSE_REQUIRED, "It takes: %s.".formatted(words())));
    }

    private String words() {
        var byRole = roles.stream().map(Role::claim).toList();
        return String.join(" or ", byRole)
                + (credentials.isEmpty()
                        ? ""
                        : ", or one of "
                                + String.join(
                                        ", ", credentials.stream().sorted().toList()));
    }
}
