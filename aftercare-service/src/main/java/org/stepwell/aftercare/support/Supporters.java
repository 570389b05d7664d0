package org.stepwell.aftercare.support;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import jakarta.ws.rs.NotFoundException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.SupportPersonId;
import org.stepwell.platform.access.MergedPatients;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.seal.SealedJson;

/** The support people of the clinic's patients. */
@Singleton
class Supporters implements PanacheRepositoryBase<SupportPerson, SupportPersonId> {

    static final int MAX = 20;

    private static final String PART = "support-person";

    private final MergedPatients merged;
    private final SealedJson sealed;
    private final Sql sql;

    Supporters(MergedPatients merged, SealedJson sealed, Sql sql) {
        this.merged = merged;
        this.sealed = sealed;
        this.sql = sql;
    }

    SupportPerson of(SupportPersonId id) {
        return findByIdOptional(id).orElseThrow(NotFoundException::new);
    }

    SupportPerson locked(SupportPersonId id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(NotFoundException::new);
    }

    /** Those of a patient, also those who were named in a record that was found to be the same person's. */
    List<SupportPerson> of(PatientId patient) {
        return find("patient in ?1 and forgottenAt is null order by id.value", merged.allOf(patient))
                .page(0, 2 * MAX)
                .list();
    }

    boolean isOf(PatientId patient, SupportPersonId id) {
        return findByIdOptional(id)
                .filter(person -> merged.allOf(patient).contains(person.patient()))
                .isPresent();
    }

    /** Beside what is said of them, which whoever read it may still change. */
    void isAsked(SupportPersonId id, Instant at) {
        sql.update(
                "update support_person set asked_at = ? where clinic_id = platform.current_clinic() and id = ?",
                at,
                id.value());
    }

    Optional<Instant> askedAt(SupportPersonId id) {
        return sql.one("""
                select asked_at from support_person
                where clinic_id = platform.current_clinic() and id = ? and asked_at is not null
                """, row -> row.getObject(1, OffsetDateTime.class).toInstant(), id.value());
    }

    String seal(SupportPersonId id, Support said) {
        return sealed.seal(PART, id.value(), said);
    }

    Support open(SupportPerson person) {
        return sealed.open(PART, person.id().value(), person.sealed(), Support.class);
    }
}
