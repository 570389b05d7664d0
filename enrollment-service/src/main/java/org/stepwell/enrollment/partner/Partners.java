package org.stepwell.enrollment.partner;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import jakarta.ws.rs.NotFoundException;
import java.util.List;
import org.stepwell.contracts.id.PartnerId;
import org.stepwell.platform.http.PageRequest;

/** The partners of the clinic. */
@Singleton
public class Partners implements PanacheRepositoryBase<Partner, PartnerId> {

    Partner of(PartnerId id) {
        return findByIdOptional(id).orElseThrow(NotFoundException::new);
    }

    /** Fails with 404 where the clinic lists no such partner. */
    public void mustKnow(PartnerId id) {
        of(id);
    }

    /** To be changed: of two who give it an account or end it, one waits. */
    public Partner lockedOf(PartnerId id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(NotFoundException::new);
    }

    List<Partner> page(PageRequest page) {
        return find("id.value > ?1 order by id.value", page.after())
                .page(0, page.fetch())
                .list();
    }
}
