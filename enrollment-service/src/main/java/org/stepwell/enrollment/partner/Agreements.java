package org.stepwell.enrollment.partner;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import jakarta.ws.rs.NotFoundException;
import java.util.List;
import org.stepwell.contracts.id.AgreementId;
import org.stepwell.contracts.id.PartnerId;
import org.stepwell.platform.http.PageRequest;

/** What is agreed with the partners of the clinic. */
@Singleton
class Agreements implements PanacheRepositoryBase<Agreement, AgreementId> {

    /** One of this partner; another's is not there. */
    Agreement of(PartnerId partner, AgreementId id) {
        return find("partner = ?1 and id = ?2", partner, id)
                .firstResultOptional()
                .orElseThrow(NotFoundException::new);
    }

    /** To be ended: of two who end it, one waits. */
    Agreement lockedOf(PartnerId partner, AgreementId id) {
        return find("partner = ?1 and id = ?2", partner, id)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional()
                .orElseThrow(NotFoundException::new);
    }

    /** All that were ever signed with a partner; they are few. */
    List<Agreement> of(PartnerId partner) {
        return list("partner = ?1 order by id.value", partner);
    }

    List<Agreement> page(PartnerId partner, PageRequest page) {
        return find("partner = ?1 and id.value > ?2 order by id.value", partner, page.after())
                .page(0, page.fetch())
                .list();
    }
}
