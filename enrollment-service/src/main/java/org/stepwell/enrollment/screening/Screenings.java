package org.stepwell.enrollment.screening;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import jakarta.ws.rs.NotFoundException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.ScreeningId;
import org.stepwell.platform.http.PageRequest;

/** The screenings of the clinic's patients. */
@Singleton
public class Screenings implements PanacheRepositoryBase<Screening, ScreeningId> {

    Screening of(ScreeningId id) {
        return findByIdOptional(id).orElseThrow(NotFoundException::new);
    }

    Screening lockedOf(ScreeningId id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(NotFoundException::new);
    }

    List<Screening> page(PatientId patient, PageRequest page) {
        return find("patient = ?1 and id.value > ?2 order by id.value", patient, page.after())
                .page(0, page.fetch())
                .list();
    }

    /**
     * What the newest screening says about the level of care.
     *
     * @param at when it was
     * @param suggested what its dimensions suggest, as 2.1
     * @param decided what a clinician decided instead, or confirmed
     * @param withReason whether that was another than suggested
     */
    public record Level(
            Instant at, Set<String> suggested, @Nullable String decided, boolean withReason) {

        /** Whether it is this one. */
        public boolean is(String number) {
            return decided == null ? suggested.contains(number) : decided.equals(number);
        }
    }

    /** The newest; empty of somebody who was never screened. */
    public Optional<Level> newestLevel(PatientId patient) {
        return find("patient = ?1 order by screenedAt desc, id.value desc", patient)
                .firstResultOptional()
                .map(Screening::level);
    }
}
