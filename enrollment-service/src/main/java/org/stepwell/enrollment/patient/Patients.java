package org.stepwell.enrollment.patient;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import jakarta.ws.rs.NotFoundException;
import java.time.LocalDate;
import java.util.List;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.access.PatientsHere;
import org.stepwell.platform.http.PageRequest;

/** The patients of the clinic. */
@Singleton
public class Patients implements PanacheRepositoryBase<Patient, PatientId>, PatientsHere {

    private final Names names;
    private final Contact contact;

    Patients(Names names, Contact contact) {
        this.names = names;
        this.contact = contact;
    }

    @Override
    public void mustKnow(PatientId id) {
        of(id);
    }

    /** The patient's name, for a document that names them. */
    public String nameOf(PatientId id) {
        var block = contact.open(id, of(id).sealedContact());
        return block.givenName() + " " + block.familyName();
    }

    /** The patient's birth date, which is sealed like their name. */
    public LocalDate birthDateOf(PatientId id) {
        return contact.open(id, of(id).sealedContact()).birthDate();
    }

    Patient of(PatientId id) {
        return findByIdOptional(id).orElseThrow(NotFoundException::new);
    }

    /** A page of those whose family name begins so, in two reads; of all, where nothing is asked for. */
    List<Patient> page(String familyName, PageRequest page) {
        if (familyName.isBlank()) {
            return find("id.value > ?1 order by id.value", page.after())
                    .page(0, page.fetch())
                    .list();
        }
        return list("id in ?1 order by id.value", names.page(familyName.strip(), page));
    }
}
