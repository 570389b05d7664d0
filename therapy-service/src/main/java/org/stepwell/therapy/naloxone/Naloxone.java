package org.stepwell.therapy.naloxone;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.stepwell.contracts.enrollment.EnrollmentFact.PatientMerged;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.access.MergedPatients;
import org.stepwell.platform.access.Role;
import org.stepwell.platform.clinic.ClinicDirectory;
import org.stepwell.platform.task.TaskKind;
import org.stepwell.platform.task.Tasks;
import org.stepwell.therapy.roster.Diagnoses;
import org.stepwell.therapy.roster.Episodes;
import org.stepwell.therapy.roster.FirstClinician;
import org.stepwell.therapy.roster.MergedRows;
import org.stepwell.therapy.roster.Stay;

/**
 * Asks for an offer of naloxone to whoever is in and has an opioid use disorder, or in whom an opioid was found that nobody expected,
 * until one is recorded: in each stay, and again after each such opioid.
 */
@Singleton
public class Naloxone {

    private static final TaskKind OFFER = new TaskKind(
            "naloxone-offer",
            "Offer naloxone, and record what the patient said.",
            List.of(Role.SUPERVISOR, Role.CLINIC_ADMIN),
            Duration.ofDays(2),
            false);

    private static final Duration TIME_FOR_IT = Duration.ofDays(1);

    /** Of ICD-10-CM. */
    private static final Pattern OPIOID_USE_DISORDER = Pattern.compile("F11\\.[12]");

    private final NaloxoneOffers offers;
    private final Episodes episodes;
    private final FirstClinician first;
    private final MergedPatients merged;
    private final MergedRows rows;
    private final Tasks tasks;
    private final Diagnoses diagnoses;
    private final OpioidTreatment treatment;
    private final UnexpectedOpioids opioids;
    private final ClinicDirectory clinics;

    Naloxone(
            NaloxoneOffers offers,
            Episodes episodes,
            FirstClinician first,
            MergedPatients merged,
            MergedRows rows,
            Tasks tasks,
            Diagnoses diagnoses,
            OpioidTreatment treatment,
            UnexpectedOpioids opioids,
            ClinicDirectory clinics) {
        this.offers = offers;
        this.episodes = episodes;
        this.first = first;
        this.merged = merged;
        this.rows = rows;
        this.tasks = tasks;
        this.diagnoses = diagnoses;
        this.treatment = treatment;
        this.opioids = opioids;
        this.clinics = clinics;
    }

    @Produces
    @Singleton
    static TaskKind offer() {
        return OFFER;
    }

    /** Something of a patient changed: whether they are in, a diagnosis, a treatment, what was found in them, what was offered. */
    public void changed(PatientId said, Instant at) {
        var patient = merged.survivorOf(said).orElse(said);
        var stay = episodes.openOf(patient).map(episodes::stay);
        if (stay.isEmpty() || !isFor(stay.get())) {
            tasks.withdraw(OFFER, patient, at);
        } else if (isOffered(stay.get())) {
            tasks.done(OFFER, patient, at);
        } else {
            first.open(new Tasks.Cause(OFFER, patient, patient, stay.get().episode(), at), at.plus(TIME_FOR_IT));
        }
    }

    /** Two records were one person. */
    public void merged(PatientMerged two) {
        var to = rows.moved(two, List.of("naloxone_offer"));
        tasks.withdraw(OFFER, two.duplicate(), two.at());
        changed(to, two.at());
    }

    private boolean isFor(Stay stay) {
        return hasAnOpioidUseDisorder(stay.patient())
                || opioids.opioids(
                        stay.patient(), stay.from().atStartOfDay(clinics.zone()).toInstant());
    }

    /** Diagnosed, in remission too, or treated for one. */
    public boolean hasAnOpioidUseDisorder(PatientId patient) {
        return diagnoses.of(patient).stream()
                        .anyMatch(one -> OPIOID_USE_DISORDER.matcher(one.code()).lookingAt())
                || treatment.isOf(patient);
    }

    /** In this stay, and after the last opioid that nobody expected. */
    private boolean isOffered(Stay stay) {
        return offers.lastOf(stay.episode())
                .filter(offer -> !opioids.opioids(stay.patient(), offer.at(clinics.zone())))
                .isPresent();
    }
}
