package org.stepwell.enrollment.account;

import static org.stepwell.platform.access.Role.AUDITOR;
import static org.stepwell.platform.access.Role.CLINICIAN;
import static org.stepwell.platform.access.Role.CLINIC_ADMIN;
import static org.stepwell.platform.access.Role.INTAKE;
import static org.stepwell.platform.access.Role.OPS;
import static org.stepwell.platform.access.Role.PATIENT;
import static org.stepwell.platform.access.Role.PRESCRIBER;
import static org.stepwell.platform.access.Role.PRIVACY_OFFICER;
import static org.stepwell.platform.access.Role.SUPERVISOR;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.stepwell.platform.access.Role;
import org.stepwell.platform.problem.Refusal;

/** Who may give which roles, and take them; what is not written here is given by nobody. */
final class Grants {

    private static final Set<Role> STAFF =
            EnumSet.of(INTAKE, CLINICIAN, PRESCRIBER, SUPERVISOR, CLINIC_ADMIN, PRIVACY_OFFICER, AUDITOR);

    private static final Map<Role, Set<Role>> MAY_GIVE = Map.of(
            CLINIC_ADMIN, STAFF,
            INTAKE, Set.of(PATIENT),
            SUPERVISOR, Set.of(PATIENT),
            OPS, Set.of(CLINIC_ADMIN));

    private Grants() {}

    /** What somebody with these roles may give. */
    static Set<Role> of(Collection<Role> giver) {
        var allowed = EnumSet.noneOf(Role.class);
        giver.forEach(role -> allowed.addAll(MAY_GIVE.getOrDefault(role, Set.of())));
        return allowed;
    }

    /** Refuses to give or take a role that none of the giver's roles may give. */
    static void mustAllow(Collection<Role> giver, Collection<Role> given) {
        var allowed = of(giver);
        if (!allowed.containsAll(given)) {
            throw new Refusal(
                    AccountRule.ROLE_NOT_YOURS_TO_GIVE, "You may give %s, not all of %s.".formatted(allowed, given));
        }
    }
}
