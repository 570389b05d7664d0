package org.stepwell.enrollment.breakglass;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import jakarta.ws.rs.NotFoundException;
import java.util.List;
import org.stepwell.contracts.id.BreakGlassId;
import org.stepwell.platform.http.PageRequest;

/** What was opened in emergencies at the clinic. */
@Singleton
class BreakGlasses implements PanacheRepositoryBase<BreakGlass, BreakGlassId> {

    BreakGlass of(BreakGlassId id) {
        return findByIdOptional(id).orElseThrow(NotFoundException::new);
    }

    /** To disclose under it: a review that closes it waits until what goes out is on record. */
    BreakGlass heldOf(BreakGlassId id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_READ).orElseThrow(NotFoundException::new);
    }

    /** What waits for a review, oldest first, or all. */
    List<BreakGlass> page(boolean unreviewedOnly, PageRequest page) {
        var which = unreviewedOnly ? "verdict is null and " : "";
        return find(which + "id.value > ?1 order by id.value", page.after())
                .page(0, page.fetch())
                .list();
    }
}
