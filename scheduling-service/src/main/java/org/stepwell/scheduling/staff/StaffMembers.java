package org.stepwell.scheduling.staff;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import jakarta.ws.rs.NotFoundException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.platform.http.PageRequest;
import org.stepwell.platform.problem.Refusal;

/** The staff of a clinic. */
@Singleton
public class StaffMembers implements PanacheRepositoryBase<StaffMember, StaffId> {

    StaffMember of(StaffId id) {
        return findByIdOptional(id).orElseThrow(NotFoundException::new);
    }

    List<StaffMember> page(PageRequest page) {
        return find("id.value > ?1 order by id.value", page.after())
                .page(0, page.fetch())
                .list();
    }

    /** Refuses where somebody is not on the staff, or no longer. */
    public void requireActive(Collection<StaffId> staff) {
        var missing = new HashSet<>(staff);
        list("id in ?1 and active", staff).stream().map(StaffMember::id).forEach(missing::remove);
        if (!missing.isEmpty()) {
            throw new Refusal(
                    StaffRule.ACTIVE_STAFF_ONLY,
                    "Not active on this clinic's staff: %s."
                            .formatted(missing.stream()
                                    .map(StaffId::toString)
                                    .sorted()
                                    .collect(Collectors.joining(", "))));
        }
    }
}
