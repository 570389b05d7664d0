package org.stepwell.enrollment.authority;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import jakarta.ws.rs.NotFoundException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.stepwell.contracts.id.AuthorityId;
import org.stepwell.platform.http.PageRequest;
import org.stepwell.platform.seal.SealedJson;

/** The clinic's agreements and court orders. */
@Singleton
public class Authorities implements PanacheRepositoryBase<Authority, AuthorityId> {

    private final SealedJson sealed;

    Authorities(SealedJson sealed) {
        this.sealed = sealed;
    }

    /** The organizations and courts of these, by the authority's id. */
    public Map<UUID, String> parties(Collection<AuthorityId> ids) {
        return list("id in ?1", ids).stream()
                .collect(Collectors.toMap(
                        authority -> authority.id().value(),
                        authority -> words(authority).party()));
    }

    Authority.Words words(Authority authority) {
        return sealed.open("authority-words", authority.id().value(), authority.sealedWords(), Authority.Words.class);
    }

    Authority of(AuthorityId id) {
        return findByIdOptional(id).orElseThrow(NotFoundException::new);
    }

    /** To disclose under it: whoever ends it meanwhile waits until what goes out is on record. */
    Authority heldOf(AuthorityId id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_READ).orElseThrow(NotFoundException::new);
    }

    List<Authority> page(PageRequest page) {
        return find("id.value > ?1 order by id.value", page.after())
                .page(0, page.fetch())
                .list();
    }
}
