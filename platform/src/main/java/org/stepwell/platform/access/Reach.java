package org.stepwell.platform.access;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.StaffId;

/**
 * How far somebody sees in the lists of the clinic.
 *
 * @param roles the roles they have that the operation's policy names
 * @param wholeClinic whether they see patients of whom they are not in the care team
 */
public record Reach(@Nullable StaffId staff, Set<Role> roles, boolean wholeClinic) {

    private static final UUID NOBODY = new UUID(0, 0);

    /** Supervisors see what is anybody's, because they answer for it. */
    public boolean overseesAll() {
        return wholeClinic && roles.contains(Role.SUPERVISOR);
    }

    /** Whether another policy lets any of the roles do anything. */
    public boolean under(Policy other) {
        return roles.stream().anyMatch(role -> !other.relationsOf(role).isEmpty());
    }

    /** The member of the staff, or an id that nobody has. */
    public UUID staffOrNobody() {
        return staff == null ? NOBODY : staff.value();
    }

    /** Whether something given to a person, to roles or both is theirs to see. */
    boolean includes(@Nullable StaffId given, Collection<Role> to) {
        return overseesAll()
                || (given != null && given.equals(staff))
                || to.stream().anyMatch(roles::contains);
    }
}
