package org.stepwell.therapy.medication;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.clinic.ClinicDirectory;
import org.stepwell.therapy.medication.OrdersTaken.Taken;
import org.stepwell.therapy.roster.Episodes;

/**
 * Finds opioids from elsewhere beside naltrexone that was ordered here, and naltrexone from elsewhere beside opioids. What somebody
 * takes already is recorded whatever is held against it, so it is told to whoever ordered the other.
 */
@Singleton
class BesideNaltrexone {

    private final OrdersTaken ordered;
    private final ExternalMedications externals;
    private final MedicationReviews reviews;
    private final Episodes episodes;
    private final ClinicDirectory clinics;

    BesideNaltrexone(
            OrdersTaken ordered,
            ExternalMedications externals,
            MedicationReviews reviews,
            Episodes episodes,
            ClinicDirectory clinics) {
        this.ordered = ordered;
        this.externals = externals;
        this.reviews = reviews;
        this.episodes = episodes;
        this.clinics = clinics;
    }

    /** Something that a patient takes began, changed or ended. */
    void look(PatientId patient, Instant now) {
        var today = LocalDate.ofInstant(now, clinics.zone());
        var taken = ordered.of(patient, today);
        for (var external : externals.apartFromAny(patient)) {
            var against = external.isTaken(today)
                    ? taken.stream()
                            .filter(one -> one.product().isApartFrom(external.substance()))
                            .findFirst()
                    : Optional.<Taken>empty();
            against.ifPresentOrElse(
                    one -> reviews.ask(
                            external.id(),
                            patient,
                            episodes.openOf(patient).orElse(null),
                            Optional.of(one.order().orderedBy()),
                            now),
                    () -> reviews.withdraw(external.id(), now));
        }
    }
}
