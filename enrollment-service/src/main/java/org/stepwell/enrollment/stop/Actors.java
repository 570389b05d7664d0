package org.stepwell.enrollment.stop;

import jakarta.inject.Singleton;
import java.util.List;
import org.stepwell.enrollment.staff.Staff;
import org.stepwell.platform.access.Caller;

/** The caller as one who deals with findings: roles from the token, credentials from the clinic's staff list. */
@Singleton
public class Actors {

    private final Caller caller;
    private final Staff staff;

    Actors(Caller caller, Staff staff) {
        this.caller = caller;
        this.staff = staff;
    }

    /** Whether the caller has a license, by role. */
    boolean callerIs(License license) {
        return license.of(
                        new Actor(caller.identity().subject(), caller.identity().roles(), List.of()))
                .isPresent();
    }

    /** Whether the caller reads why something was decided or overridden. */
    public boolean callerReadsReasons() {
        return callerIs(License.STAFF);
    }

    /** Who asks. */
    public Actor caller() {
        var who = caller.identity();
        var member = who.staff();
        return new Actor(who.subject(), who.roles(), member == null ? List.of() : staff.credentialsOf(member));
    }
}
