package org.stepwell.enrollment.breakglass;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import jakarta.ws.rs.NotFoundException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.stepwell.contracts.id.BreakGlassId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.http.PageRequest;

/** What was opened in emergencies at the clinic. */
@Singleton
class BreakGlasses implements PanacheRepositoryBase<BreakGlass, BreakGlassId> {

    private final Sql sql;

    BreakGlasses(Sql sql) {
        this.sql = sql;
    }

    BreakGlass of(BreakGlassId id) {
        return findByIdOptional(id).orElseThrow(NotFoundException::new);
    }

    /** To disclose under it: a review that closes it waits until what goes out is on record. */
    BreakGlass heldOf(BreakGlassId id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_READ).orElseThrow(NotFoundException::new);
    }

    /** What somebody opened of a patient and is not closed yet; of two who ask at once for the same, one waits. */
    Optional<BreakGlass> standing(PatientId patient, StaffId staff, Instant now) {
        sql.one(
                "select pg_advisory_xact_lock(hashtextextended(platform.current_clinic() || 'glass' || ? || ?, 0))",
                row -> 1,
                patient.toString(),
                staff.toString());
        return find("patient = ?1 and staff = ?2 and until > ?3", patient, staff, now)
                .firstResultOptional();
    }

    /** What waits for a review, oldest first, or all. */
    List<BreakGlass> page(boolean unreviewedOnly, PageRequest page) {
        var which = unreviewedOnly ? "verdict is null and " : "";
        return find(which + "id.value > ?1 order by id.value", page.after())
                .page(0, page.fetch())
                .list();
    }
}
