package org.stepwell.enrollment.payer;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import jakarta.ws.rs.NotFoundException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.stepwell.contracts.id.PayerId;
import org.stepwell.platform.http.PageRequest;

/** The payers of the clinic. */
@Singleton
public class Payers implements PanacheRepositoryBase<Payer, PayerId> {

    /** One of them, or 404. */
    public Payer of(PayerId id) {
        return findByIdOptional(id).orElseThrow(NotFoundException::new);
    }

    /** Several at once, by id. */
    public Map<PayerId, Payer> of(Collection<PayerId> ids) {
        return list("id in ?1", ids).stream().collect(Collectors.toMap(Payer::id, payer -> payer));
    }

    List<Payer> page(PageRequest page) {
        return find("id.value > ?1 order by id.value", page.after())
                .page(0, page.fetch())
                .list();
    }
}
