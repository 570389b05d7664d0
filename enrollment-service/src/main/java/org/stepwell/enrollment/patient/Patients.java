package org.stepwell.enrollment.patient;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import jakarta.ws.rs.NotFoundException;
import java.util.List;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.http.PageRequest;

/** The patients of the clinic. */
@Singleton
public class Patients implements PanacheRepositoryBase<Patient, PatientId> {

    private static final String LAST_CHARACTER = Character.toString(Character.MAX_CODE_POINT);

    /** Fails with 404 where the clinic has no such patient. */
    public void mustKnow(PatientId id) {
        of(id);
    }

    /** The patient's name, for a document that names them. */
    public String nameOf(PatientId id) {
        return of(id).name();
    }

    Patient of(PatientId id) {
        return findByIdOptional(id).orElseThrow(NotFoundException::new);
    }

    /** Comparing is leakproof, so the index is used under row security; a pattern would not be. */
    List<Patient> page(String familyName, PageRequest page) {
        var from = Patient.key(familyName);
        return find(
                        "familyNameKey >= ?1 and familyNameKey < ?2 and id.value > ?3 order by id.value",
                        from,
                        from + LAST_CHARACTER,
                        page.after())
                .page(0, page.fetch())
                .list();
    }
}
