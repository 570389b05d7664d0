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

    /** Whether the caller, once registered, waits or was admitted; who left the list did not come. */
    boolean ledToAnEpisode(InquiryId inquiry) {
        return sql.one("""
                        select 1 from inquiry
                        left join referral on referral.clinic_id = inquiry.clinic_id and referral.inquiry_id = inquiry.id
                        join patient on patient.clinic_id = inquiry.clinic_id
                            and (patient.inquiry_id = inquiry.id or patient.id = referral.patient_id)
                        join episode on episode.clinic_id = inquiry.clinic_id
                            and episode.patient_id = coalesce(patient.merged_into_id, patient.id)
                        where inquiry.clinic_id = platform.current_clinic() and inquiry.id = ?
                          and episode.status <> 'WITHDRAWN'
                          and (episode.status <> 'DISCHARGED' or episode.waiting_since >= inquiry.received_at) limit 1
                        """, row -> row.getInt(1), inquiry.value()).isPresent();
    }

    /** How many came since then; until the transaction ends, nobody else counts the clinic's. */
    long countedSince(Inquiry.Channel channel, Instant since) {
        sql.one(
                "select pg_advisory_xact_lock(hashtextextended('inquiries ' || platform.current_clinic(), 0))",
                row -> 1);
        return count("channel = ?1 and receivedAt > ?2", channel, since);
    }
}
