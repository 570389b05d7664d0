package org.stepwell.enrollment.inquiry;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import jakarta.ws.rs.NotFoundException;
import java.time.Clock;
import java.util.List;
import org.stepwell.contracts.id.InquiryId;
import org.stepwell.platform.http.PageRequest;
import org.stepwell.platform.problem.FieldError;
import org.stepwell.platform.problem.HttpRule;
import org.stepwell.platform.problem.Refusal;

/** First calls of the clinic. */
@Singleton
public class Inquiries implements PanacheRepositoryBase<Inquiry, InquiryId> {

    private final Clock clock;

    Inquiries(Clock clock) {
        this.clock = clock;
    }

    /** The call led to a registration. */
    public void registered(InquiryId id) {
        findByIdOptional(id)
                .orElseThrow(() -> new Refusal(
                        HttpRule.REFERENCE_UNKNOWN,
                        "There is no inquiry %s here.".formatted(id),
                        List.of(new FieldError("/inquiry", "an inquiry of this clinic"))))
                .registered(clock.instant());
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
