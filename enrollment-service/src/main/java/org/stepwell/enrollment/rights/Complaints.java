package org.stepwell.enrollment.rights;

import jakarta.inject.Singleton;
import org.stepwell.platform.access.Access;
import org.stepwell.platform.access.Caller;
import org.stepwell.platform.access.Role;
import org.stepwell.platform.problem.HttpRule;
import org.stepwell.platform.problem.Refusal;

/**
 * A complaint may be about those who treat the patient: they may take it down, but not read it again nor take it back,
 * 45 CFR 164.530(d) and (g).
 */
@Singleton
class Complaints {

    private final Access access;
    private final Caller caller;

    Complaints(Access access, Caller caller) {
        this.access = access;
        this.caller = caller;
    }

    /** Whether the caller may see complaints: the patient, and whoever answers them. */
    boolean shown() {
        return access.byPatient() || caller.identity().roles().contains(Role.PRIVACY_OFFICER);
    }

    void mustBeTheirs(RightsRequest request) {
        if (request.right() == Right.COMPLAINT && !shown()) {
            throw new Refusal(HttpRule.NOT_ALLOWED, "A complaint is read by the patient and the privacy officer.");
        }
    }
}
