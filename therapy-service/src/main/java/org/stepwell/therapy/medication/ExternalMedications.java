package org.stepwell.therapy.medication;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import jakarta.ws.rs.NotFoundException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.seal.SealedJson;
import org.stepwell.therapy.formulary.Substance;

/** What patients take from elsewhere; what it is called and who gives it is sealed. */
@Singleton
class ExternalMedications implements PanacheRepositoryBase<ExternalMedication, ExternalMedicationId> {

    private static final String PART = "external-medication";

    private final SealedJson sealed;

    ExternalMedications(SealedJson sealed) {
        this.sealed = sealed;
    }

    ExternalMedication of(PatientId patient, ExternalMedicationId external) {
        return find("patient = ?1 and id = ?2", patient, external)
                .singleResultOptional()
                .orElseThrow(NotFoundException::new);
    }

    /** The last of a patient, oldest first. */
    List<ExternalMedication> last(PatientId patient, int count) {
        return find("patient = ?1 order by id.value desc", patient)
                .page(0, count)
                .list()
                .reversed();
    }

    /** Those that count and are taken on a day, or were on a day since another. */
    List<ExternalMedication> taken(PatientId patient, LocalDate since, LocalDate day) {
        return list(
                "patient = ?1 and struckAt is null and since <= ?3 and (until is null or until >= ?2) order by id.value",
                patient,
                since,
                day);
    }

    /** The opioids and naltrexone of a patient, also those that ended or were entered in error. */
    List<ExternalMedication> apartFromAny(PatientId patient) {
        var some = Arrays.stream(Substance.values())
                .filter(one -> one.isOpioid() || one == Substance.NALTREXONE)
                .toList();
        return list("patient = ?1 and substance in ?2 order by id.value", patient, some);
    }

    /** Whether any was ever for an opioid use disorder. */
    boolean anyForOpioids(PatientId patient) {
        return count(
                        "patient = ?1 and struckAt is null and substance in ?2",
                        patient,
                        List.of(Substance.METHADONE, Substance.BUPRENORPHINE))
                > 0;
    }

    /** What somebody takes on a day. */
    List<Substance> takenBy(PatientId patient, LocalDate day) {
        return taken(patient, day, day).stream()
                .map(ExternalMedication::substance)
                .toList();
    }

    String seal(ExternalMedicationId external, ExternalForm.Words words) {
        return sealed.seal(PART, external.value(), words);
    }

    ExternalView show(ExternalMedication external) {
        return external.view(sealed.open(PART, external.id().value(), external.words(), ExternalForm.Words.class));
    }
}
