package org.stepwell.enrollment.patient;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import jakarta.ws.rs.NotFoundException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.enrollment.ContactBlock;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.access.PatientsHere;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.http.PageRequest;
import org.stepwell.platform.message.ContactSeal;
import org.stepwell.platform.problem.FieldError;
import org.stepwell.platform.problem.HttpRule;
import org.stepwell.platform.problem.Refusal;
import org.stepwell.platform.seal.SealedJson;

/** The patients of the clinic. */
@Singleton
public class Patients implements PanacheRepositoryBase<Patient, PatientId>, PatientsHere {

    private final Names names;
    private final ContactSeal contact;
    private final SealedJson sealed;
    private final Sql sql;

    Patients(Names names, ContactSeal contact, SealedJson sealed, Sql sql) {
        this.names = names;
        this.contact = contact;
        this.sealed = sealed;
        this.sql = sql;
    }

    @Override
    public void mustKnow(PatientId id) {
        of(id);
    }

    /** Fails as {@link #mustKnow} does, and where the record was merged into another one. */
    public void mustGoOn(PatientId id) {
        of(id).mustGoOn();
    }

    /** Refuses a form that names somebody who is no patient of the clinic. */
    public void mustAllBeKnown(Collection<PatientId> named, String pointer) {
        if (!named.isEmpty() && count("id in ?1", named) < named.size()) {
            throw new Refusal(
                    HttpRule.REFERENCE_UNKNOWN,
                    "Name patients of this clinic.",
                    List.of(new FieldError(pointer, "names somebody who is no patient of this clinic")));
        }
    }

    /** The patient's name, for a document that names them. */
    public String nameOf(PatientId id) {
        var block = contactOf(of(id));
        return block.givenName() + " " + block.familyName();
    }

    /** Who these patients are, in the order they are asked for; one read, however many. */
    public Map<PatientId, ContactBlock> whoAre(Collection<PatientId> asked) {
        var found = new LinkedHashMap<PatientId, ContactBlock>();
        var byId = list("id in ?1", asked).stream().collect(Collectors.toMap(Patient::id, Function.identity()));
        asked.forEach(id -> Optional.ofNullable(byId.get(id)).ifPresent(patient -> found.put(id, contactOf(patient))));
        return found;
    }

    /** What these patients are called; one read, however many. */
    public Map<PatientId, String> namesOf(Collection<PatientId> asked) {
        var names = new LinkedHashMap<PatientId, String>();
        whoAre(asked).forEach((id, block) -> names.put(id, block.givenName() + " " + block.familyName()));
        return names;
    }

    /** A patient as they are shown to those who may read them. */
    public PatientView view(PatientId id) {
        return view(of(id));
    }

    PatientView view(Patient patient) {
        var about = sealed.open(About.PART, patient.id().value(), patient.kept().about(), About.class);
        return PatientView.of(patient, contactOf(patient), about);
    }

    ContactBlock contactOf(Patient patient) {
        return contact.open(patient.id(), patient.kept().contact());
    }

    /** How many people of one name and birth date are known: the number that the next one gets. */
    int namesakes(String identity) {
        return sql.one(
                        "select coalesce(max(namesake) + 1, 0) from patient"
                                + " where clinic_id = platform.current_clinic() and identity = ?",
                        row -> row.getInt(1),
                        identity)
                .orElseThrow();
    }

    /** Whether the patient is younger than eighteen on a day. */
    public boolean isMinor(PatientId id, LocalDate day) {
        return Age.isMinor(birthDateOf(id), day);
    }

    /** Whether the patient may sign alone on a day: of age, or by the law of the state. */
    public boolean signsAlone(PatientId id, LocalDate day) {
        return !isMinor(id, day) || view(id).consentsAsMinor();
    }

    /** Whether somebody who gives this name and number may be the patient: either has something of theirs. */
    public boolean mayBe(PatientId id, @Nullable String name, @Nullable String phone) {
        return Likenesses.mayBe(contactOf(of(id)), name, phone);
    }

    /** The patient's birth date, which is sealed like their name. */
    public LocalDate birthDateOf(PatientId id) {
        return contactOf(of(id)).birthDate();
    }

    Patient of(PatientId id) {
        return findByIdOptional(id).orElseThrow(NotFoundException::new);
    }

    /** A page of those whose family name begins so, in two reads; of all, where nothing is asked for. */
    List<Patient> page(String familyName, PageRequest page) {
        if (familyName.isBlank()) {
            return find("id.value > ?1 and mergedInto is null order by id.value", page.after())
                    .page(0, page.fetch())
                    .list();
        }
        return list("id in ?1 order by id.value", names.page(familyName.strip(), page));
    }
}
