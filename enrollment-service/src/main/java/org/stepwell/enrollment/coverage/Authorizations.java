package org.stepwell.enrollment.coverage;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import jakarta.ws.rs.NotFoundException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.stepwell.contracts.code.BillingUnit;
import org.stepwell.contracts.enrollment.EnrollmentState.AuthorizationChanged.PayerRules;
import org.stepwell.contracts.id.AuthorizationId;
import org.stepwell.contracts.id.CoverageId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.enrollment.patient.OnceMerged;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.event.Outbox;
import org.stepwell.platform.http.PageRequest;
import org.stepwell.platform.seal.SealedJson;

/** What payers approved for the clinic's patients, and each version of it. */
@Singleton
class Authorizations implements PanacheRepositoryBase<Authorization, AuthorizationId>, OnceMerged {

    private static final String REFERENCE = "authorization-reference";

    private final Coverages coverages;
    private final ApprovedRules rules;
    private final Sql sql;
    private final SealedJson sealed;
    private final Outbox outbox;

    Authorizations(Coverages coverages, ApprovedRules rules, Sql sql, SealedJson sealed, Outbox outbox) {
        this.coverages = coverages;
        this.rules = rules;
        this.sql = sql;
        this.sealed = sealed;
        this.outbox = outbox;
    }

    Authorization of(AuthorizationId id) {
        return findByIdOptional(id).orElseThrow(NotFoundException::new);
    }

    /** To be changed: of two changes at once, one waits. */
    Authorization lockedOf(AuthorizationId id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(NotFoundException::new);
    }

    List<Authorization> ofCoverage(CoverageId coverage) {
        return list("coverage = ?1 and withdrawn.at is null order by id.value", coverage);
    }

    List<Authorization> ofCoverages(Collection<CoverageId> coverages) {
        return list("coverage in ?1 and withdrawn.at is null order by id.value", coverages);
    }

    List<Authorization> ofPatient(PatientId patient) {
        return list("patient = ?1 and withdrawn.at is null order by id.value", patient);
    }

    List<Authorization> page(PatientId patient, PageRequest page) {
        return find("patient = ?1 and id.value > ?2 order by id.value", patient, page.after())
                .page(0, page.fetch())
                .list();
    }

    String seal(AuthorizationId id, String reference) {
        return sealed.seal(REFERENCE, id.value(), reference);
    }

    String reference(Authorization authorization) {
        return opened(authorization.id(), authorization.sealedReference());
    }

    private String opened(AuthorizationId id, String reference) {
        return sealed.open(REFERENCE, id.value(), reference, String.class);
    }

    @Override
    public void merged(PatientId survivor, PatientId duplicate, Instant now) {
        tell(ofPatient(survivor), now);
    }

    /** The other services hear what is approved, until when, and by which rules its days are held now. */
    void tell(Collection<Authorization> some, Instant now) {
        some.forEach(one -> {
            List<PayerRules> holdsBy = one.withdrawn() == null ? rules.of(one) : List.of();
            outbox.append(one.said(coverages.of(one.coverage()), holdsBy, now));
        });
    }

    /** It never held: the other services hold no day by its rules any more. */
    void withdrawn(Authorization authorization) {
        flush();
        tell(
                List.of(authorization),
                Objects.requireNonNull(authorization.withdrawn()).at());
    }

    /** Keeps it as it is now, and a copy of this version, and tells of it. */
    void keep(Authorization authorization) {
        persistAndFlush(authorization);
        var approved = authorization.approved();
        sql.update(
                """
                insert into payer_authorization_version (authorization_id, version, unit, units, first_day, last_day, reference,
                    changed_by, changed_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                authorization.id().value(),
                authorization.version(),
                approved.unit().name(),
                approved.units(),
                approved.firstDay(),
                approved.lastDay(),
                authorization.sealedReference(),
                authorization.changedBy(),
                authorization.changedAt());
        tell(List.of(authorization), authorization.changedAt());
    }

    /** Each version, oldest first. */
    List<AuthorizationVersion> versions(AuthorizationId id) {
        return sql.list(
                """
                select version, unit, units, first_day, last_day, reference, changed_by, changed_at
                from payer_authorization_version
                where clinic_id = platform.current_clinic() and authorization_id = ? order by version limit 200
                """,
                row -> new AuthorizationVersion(
                        row.getInt("version"),
                        BillingUnit.valueOf(row.getString("unit")),
                        row.getInt("units"),
                        row.getObject("first_day", LocalDate.class),
                        row.getObject("last_day", LocalDate.class),
                        opened(id, row.getString("reference")),
                        row.getString("changed_by"),
                        row.getObject("changed_at", OffsetDateTime.class).toInstant()),
                id.value());
    }
}
