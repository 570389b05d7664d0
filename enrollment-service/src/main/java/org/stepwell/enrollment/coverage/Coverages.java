package org.stepwell.enrollment.coverage;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import jakarta.ws.rs.NotFoundException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.stepwell.contracts.id.CoverageId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.PayerId;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.http.PageRequest;
import org.stepwell.platform.seal.SealedJson;

/** The coverages of the clinic's patients. */
@Singleton
public class Coverages implements PanacheRepositoryBase<Coverage, CoverageId> {

    private static final String WORDS = "coverage-words";

    private final SealedJson sealed;
    private final Sql sql;

    Coverages(SealedJson sealed, Sql sql) {
        this.sealed = sealed;
        this.sql = sql;
    }

    /** All of a patient but those taken back: a handful. */
    public List<Coverage> of(PatientId patient) {
        return ofPatients(List.of(patient));
    }

    /** Refuses days on which the patient has another one of this priority. */
    void mustBeTheOnlyOne(PatientId patient, CoverageId id, CoverageTerms terms) {
        of(patient).stream().filter(other -> !other.id().equals(id)).forEach(other -> other.mustLeaveRoomFor(terms));
    }

    /** The same of each of these patients. */
    public List<Coverage> ofPatients(Collection<PatientId> patients) {
        return list("patient in ?1 and withdrawn.at is null order by id.value", patients);
    }

    /** Whom a payer covers or covered, in the order in which they were entered; a page of those after one of them. */
    List<Coverage> by(PayerId payer, CoverageId after, int limit) {
        return find("payer = ?1 and withdrawn.at is null and id.value > ?2 order by id.value", payer, after.value())
                .page(0, limit)
                .list();
    }

    /**
     * Under which of a payer's coverages there may be lines of claims in some days, both ends included: who attended while it covered
     * them, or was billed under it. A page of those after one of them.
     */
    public List<Coverage> billedIn(PayerId payer, LocalDate from, LocalDate to, CoverageId after, int limit) {
        var ids = sql.list(
                """
                select id from coverage
                where clinic_id = platform.current_clinic() and payer_id = ? and withdrawn_at is null and id > ?
                  and (first_day <= ? and (last_day is null or last_day >= ?) and exists (
                        select from attended_session attended
                        where attended.clinic_id = coverage.clinic_id and attended.patient_id = coverage.patient_id
                          and attended.day between ? and ? and attended.minutes > 0)
                    or exists (
                        select from claim_told told
                        where told.clinic_id = coverage.clinic_id and told.coverage_id = coverage.id
                          and told.day between ? and ?))
                order by id limit ?
                """,
                row -> new CoverageId(row.getObject("id", UUID.class)),
                payer.value(),
                after.value(),
                to,
                from,
                from,
                to,
                from,
                to,
                limit);
        return list("id in ?1 order by id.value", ids);
    }

    /** What stands on the card, and whose policy it is. */
    public Coverage.Words words(Coverage coverage) {
        return sealed.open(WORDS, coverage.id().value(), coverage.sealedWords(), Coverage.Words.class);
    }

    String seal(CoverageId id, Coverage.Words words) {
        return sealed.seal(WORDS, id.value(), words);
    }

    /** One of them, or 404. */
    public Coverage of(CoverageId id) {
        return findByIdOptional(id).orElseThrow(NotFoundException::new);
    }

    /** To be taken back: of two who do it at once, one waits. */
    Coverage lockedOf(CoverageId id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(NotFoundException::new);
    }

    /** All of a patient that stand, held until the transaction ends: nothing of them is sent or taken back meanwhile. */
    public List<Coverage> lockedOf(PatientId patient) {
        return find("patient = ?1 and withdrawn.at is null order by id.value", patient)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    List<Coverage> of(Collection<CoverageId> ids) {
        return list("id in ?1", ids);
    }

    List<Coverage> page(PatientId patient, PageRequest page) {
        return find("patient = ?1 and id.value > ?2 order by id.value", patient, page.after())
                .page(0, page.fetch())
                .list();
    }
}
