package org.stepwell.therapy.naloxone;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.enrollment.EnrollmentFact.PatientMerged;
import org.stepwell.contracts.enrollment.EnrollmentState.DiagnosisChanged;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.access.MergedPatients;
import org.stepwell.platform.access.Role;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.task.TaskKind;
import org.stepwell.platform.task.Tasks;
import org.stepwell.therapy.roster.Episodes;
import org.stepwell.therapy.roster.MergedRows;
import org.stepwell.therapy.roster.Patients;

/** Asks for an offer of naloxone to whoever is in and has an opioid use disorder, until one is recorded. */
@Singleton
public class Naloxone {

    private static final TaskKind OFFER = new TaskKind(
            "naloxone-offer",
            "Offer naloxone, and record what the patient said.",
            List.of(Role.SUPERVISOR, Role.CLINIC_ADMIN),
            Duration.ofDays(2),
            false);

    private static final Duration TIME_FOR_IT = Duration.ofDays(1);

    private final NaloxoneOffers offers;
    private final Episodes episodes;
    private final Patients patients;
    private final MergedPatients merged;
    private final MergedRows rows;
    private final Tasks tasks;
    private final Sql sql;

    Naloxone(
            NaloxoneOffers offers,
            Episodes episodes,
            Patients patients,
            MergedPatients merged,
            MergedRows rows,
            Tasks tasks,
            Sql sql) {
        this.offers = offers;
        this.episodes = episodes;
        this.patients = patients;
        this.merged = merged;
        this.rows = rows;
        this.tasks = tasks;
        this.sql = sql;
    }

    @Produces
    @Singleton
    static TaskKind offer() {
        return OFFER;
    }

    /** Takes what a patient is diagnosed with: F11.1 and F11.2 of ICD-10-CM are an opioid use disorder, in remission too. */
    public void diagnosed(DiagnosisChanged now) {
        var patient = merged.survivorOf(now.patient()).orElse(now.patient());
        boolean has = now.standing().stream()
                .anyMatch(one -> one.code().startsWith("F11.1") || one.code().startsWith("F11.2"));
        known(patient, has, null, now.at());
    }

    /** Somebody is treated for an opioid use disorder, here or elsewhere. */
    public void treated(PatientId patient, Instant at) {
        known(patient, null, true, at);
    }

    private void known(PatientId patient, @Nullable Boolean diagnosed, @Nullable Boolean treated, Instant at) {
        sql.update("""
                insert into opioid_use_disorder as known (patient_id, diagnosed, treated)
                values (?, coalesce(?, false), coalesce(?, false))
                on conflict (clinic_id, patient_id) do update
                set diagnosed = coalesce(?, known.diagnosed), treated = coalesce(?, known.treated)
                """, patient.value(), diagnosed, treated, diagnosed, treated);
        ask(patient, at);
    }

    /** Somebody is in, or is in no more. */
    public void cameOrWent(PatientId patient, Instant at) {
        ask(merged.survivorOf(patient).orElse(patient), at);
    }

    /** It was offered. */
    void offered(PatientId patient, Instant at) {
        tasks.done(OFFER, patient, at);
    }

    /** Two records were one person. */
    public void merged(PatientMerged two) {
        var from = two.duplicate().value();
        var to = rows.moved(two, List.of("naloxone_offer"));
        sql.update("""
                insert into opioid_use_disorder as known (patient_id, diagnosed, treated)
                select ?, diagnosed, treated from opioid_use_disorder
                where clinic_id = platform.current_clinic() and patient_id = ?
                on conflict (clinic_id, patient_id) do update
                set diagnosed = known.diagnosed or excluded.diagnosed, treated = known.treated or excluded.treated
                """, to.value(), from);
        sql.update(
                "delete from opioid_use_disorder where clinic_id = platform.current_clinic() and patient_id = ?", from);
        tasks.withdraw(OFFER, two.duplicate(), two.at());
        ask(to, two.at());
    }

    private void ask(PatientId patient, Instant at) {
        var open = episodes.openOf(patient);
        if (open.isEmpty() || !hasADisorder(patient)) {
            tasks.withdraw(OFFER, patient, at);
        } else if (offers.anyOf(patient)) {
            tasks.done(OFFER, patient, at);
        } else {
            tasks.open(
                    new Tasks.Cause(OFFER, patient, patient, open.get(), at),
                    patients.primaryClinician(patient).orElse(null),
                    at.plus(TIME_FOR_IT));
        }
    }

    private boolean hasADisorder(PatientId patient) {
        return sql.one("""
                        select 1 from opioid_use_disorder
                        where clinic_id = platform.current_clinic() and patient_id = ? and (diagnosed or treated)
                        """, row -> row.getInt(1), patient.value()).isPresent();
    }
}
