package org.stepwell.enrollment.screening;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import jakarta.ws.rs.NotFoundException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.ScreeningId;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.http.PageRequest;

/** The screenings of the clinic's patients. */
@Singleton
public class Screenings implements PanacheRepositoryBase<Screening, ScreeningId> {

    private final Sql sql;

    Screenings(Sql sql) {
        this.sql = sql;
    }

    Screening of(ScreeningId id) {
        return findByIdOptional(id).orElseThrow(NotFoundException::new);
    }

    List<Screening> page(PatientId patient, PageRequest page) {
        return find("patient = ?1 and id.value > ?2 order by id.value", patient, page.after())
                .page(0, page.fetch())
                .list();
    }

    /**
     * The hard stops that are open in any of the patient's screenings: a later look takes no finding back. Nothing where
     * the patient was never screened.
     */
    public Optional<Set<HardStop>> openHardStopsOf(PatientId patient) {
        var found = sql.list("""
                select stop from screening
                left join screening_hard_stop open
                    on open.clinic_id = screening.clinic_id and open.screening_id = screening.id and open.cleared_at is null
                where screening.clinic_id = platform.current_clinic() and screening.patient_id = ?
                """, row -> Optional.ofNullable(row.getString("stop")), patient.value());
        var open = EnumSet.noneOf(HardStop.class);
        found.forEach(stop -> stop.map(HardStop::valueOf).ifPresent(open::add));
        return found.isEmpty() ? Optional.empty() : Optional.of(open);
    }
}
