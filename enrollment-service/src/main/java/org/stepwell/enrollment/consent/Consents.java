package org.stepwell.enrollment.consent;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import jakarta.ws.rs.NotFoundException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.code.ConsentKind;
import org.stepwell.contracts.consent.ConsentEvent.ConsentsChanged.Opening;
import org.stepwell.contracts.id.ConsentId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.http.PageRequest;

/** What the clinic's patients signed. */
@Singleton
public class Consents implements PanacheRepositoryBase<Consent, ConsentId> {

    /** True where consent to treatment is in force. */
    public boolean toTreatment(PatientId patient) {
        return count("patient = ?1 and kind = ?2 and status = ?3", patient, ConsentKind.TREATMENT, ConsentStatus.ACTIVE)
                > 0;
    }

    /** True where anything the patient signed is in force. */
    public boolean anyInForce(PatientId patient) {
        return count("patient = ?1 and status = ?2", patient, ConsentStatus.ACTIVE) > 0;
    }

    /** The forms about care that are in force. */
    public Map<ConsentKind, SignedForm> formsOf(PatientId patient) {
        var found = new EnumMap<ConsentKind, SignedForm>(ConsentKind.class);
        for (var consent : active(patient)) {
            @Nullable Signature signature = consent.signature();
            if (signature != null && signature.formVersion() != null) {
                found.put(consent.kind(), new SignedForm(consent.id(), signature.formVersion(), signature.signedAt()));
            }
        }
        return found;
    }

    /** What stands in the place of a consent that was superseded, however often; itself, where none does. */
    public ConsentId inPlaceOf(ConsentId id) {
        return findByIdOptional(id)
                .flatMap(Consent::supersededBy)
                .map(this::inPlaceOf)
                .orElse(id);
    }

    Consent of(ConsentId id) {
        return findByIdOptional(id).orElseThrow(NotFoundException::new);
    }

    List<Consent> page(PatientId patient, PageRequest page) {
        return find("patient = ?1 and id.value > ?2 order by id.value", patient, page.after())
                .page(0, page.fetch())
                .list();
    }

    /** All that is in force and opens something, oldest first. */
    List<Opening> openings(PatientId patient) {
        return active(patient).stream()
                .map(Consent::opening)
                .flatMap(Optional::stream)
                .toList();
    }

    /** All in force, oldest first. */
    List<Consent> active(PatientId patient) {
        return list("patient = ?1 and status = ?2 order by id.value", patient, ConsentStatus.ACTIVE);
    }
}
