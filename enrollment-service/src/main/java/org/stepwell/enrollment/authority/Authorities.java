package org.stepwell.enrollment.authority;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import jakarta.ws.rs.NotFoundException;
import java.util.List;
import org.stepwell.contracts.id.AuthorityId;
import org.stepwell.platform.http.PageRequest;

/** The clinic's agreements and court orders. */
@Singleton
class Authorities implements PanacheRepositoryBase<Authority, AuthorityId> {

    Authority of(AuthorityId id) {
        return findByIdOptional(id).orElseThrow(NotFoundException::new);
    }

    List<Authority> page(PageRequest page) {
        return find("id.value > ?1 order by id.value", page.after())
                .page(0, page.fetch())
                .list();
    }
}
