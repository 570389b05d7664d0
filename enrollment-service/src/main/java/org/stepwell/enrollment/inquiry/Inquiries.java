package org.stepwell.enrollment.inquiry;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import jakarta.ws.rs.NotFoundException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.InquiryId;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.http.PageRequest;

/** First calls of the clinic. */
@Singleton
class Inquiries implements PanacheRepositoryBase<Inquiry, InquiryId> {

    private final Sql sql;

    Inquiries(Sql sql) {
        this.sql = sql;
    }

    Inquiry of(InquiryId id) {
        return findByIdOptional(id).orElseThrow(NotFoundException::new);
    }

    /** To be changed: of two who call back at once, one waits. */
    Inquiry lockedOf(InquiryId id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(NotFoundException::new);
    }

    List<Inquiry> page(Inquiry.@Nullable Status status, PageRequest page) {
        var found = status == null
                ? find("id.value > ?1 order by id.value", page.after())
                : find("status = ?1 and id.value > ?2 order by id.value", status, page.after());
        return found.page(0, page.fetch()).list();
    }

    /** How many came since then; until the transaction ends, nobody else counts the clinic's. */
    long countedSince(Inquiry.Channel channel, Instant since) {
        sql.one(
                "select pg_advisory_xact_lock(hashtextextended('inquiries ' || platform.current_clinic(), 0))",
                row -> 1);
        return count("channel = ?1 and receivedAt > ?2", channel, since);
    }
}
