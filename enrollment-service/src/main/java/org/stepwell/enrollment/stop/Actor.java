package org.stepwell.enrollment.stop;

import java.util.List;
import java.util.Set;
import org.stepwell.platform.access.Role;

/**
 * Who deals with a finding.
 *
 * @param subject whom their token names
 * @param credentials what the clinic's staff list says they hold, such as LCSW
 */
public record Actor(String subject, Set<Role> roles, List<String> credentials) {

    public Actor {
        roles = Set.copyOf(roles);
        credentials = List.copyOf(credentials);
    }
}
