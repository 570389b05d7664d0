package org.stepwell.enrollment.inquiry;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import jakarta.ws.rs.NotFoundException;
import java.time.Clock;
import java.util.List;
import org.stepwell.contracts.id.InquiryId;
import org.stepwell.platform.http.PageRequest;

/** First calls of the clinic. */
@Singleton
public class Inquiries implements PanacheRepositoryBase<Inquiry, InquiryId> {

    private final Clock clock;

    Inquiries(Clock clock) {
        this.clock = clock;
    }

    /** The call led to a registration. */
    public void registered(InquiryId id) {
        of(id).registered(clock.instant());
    }

    Inquiry of(InquiryId id) {
        return findByIdOptional(id).orElseThrow(NotFoundException::new);
    }

    List<Inquiry> page(PageRequest page) {
        return find("id.value > ?1 order by id.value", page.after())
                .page(0, page.fetch())
                .list();
    }
}
