package org.stepwell.enrollment.billing;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.enrollment.diagnosis.Diagnoses;
import org.stepwell.enrollment.diagnosis.Diagnoses.Treated;
import org.stepwell.platform.clinic.ClinicDirectory;

/** What patients are treated for, by days of the clinic. Nicotine alone is not what a claim is for, and does not leave with it. */
@Singleton
class TreatedFor {

    private final Diagnoses diagnoses;
    private final ClinicDirectory clinics;

    TreatedFor(Diagnoses diagnoses, ClinicDirectory clinics) {
        this.diagnoses = diagnoses;
        this.clinics = clinics;
    }

    /** Of each of these patients who is treated for anything, oldest first. */
    Map<PatientId, List<Diagnosed>> of(Collection<PatientId> patients) {
        return diagnoses.treated(patients).stream()
                .collect(Collectors.groupingBy(
                        Treated::patient, Collectors.mapping(this::diagnosed, Collectors.toList())));
    }

    private Diagnosed diagnosed(Treated one) {
        var until = one.until();
        return new Diagnosed(one.code(), day(one.since()), until == null ? null : day(until));
    }

    private LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, clinics.zone());
    }
}
