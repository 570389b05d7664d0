package org.stepwell.therapy.medication;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.stepwell.contracts.enrollment.EnrollmentFact.PatientMerged;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.therapy.roster.MergedRows;

/** What becomes of medication as a patient goes, or as two records turn out to be one person. */
@Singleton
public class MedicationAndStays {

    private static final List<String> TABLES = List.of("medication_order", "external_medication", "pdmp_check");

    private final MedicationOrders orders;
    private final InjectionAlerts alerts;
    private final BesideNaltrexone beside;
    private final MergedRows merged;

    MedicationAndStays(MedicationOrders orders, InjectionAlerts alerts, BesideNaltrexone beside, MergedRows merged) {
        this.orders = orders;
        this.alerts = alerts;
        this.beside = beside;
        this.merged = merged;
    }

    /** The stay is over: what was ordered stands, and nobody here is asked for its injections any more. */
    public void ended(EpisodeId episode, Instant at) {
        orders.lockedOf(episode).forEach(order -> alerts.end(order, at));
    }

    /** The stay goes on after all: somebody is asked for injections again. */
    public void goesOn(EpisodeId episode) {
        orders.lockedOf(episode).stream()
                .filter(order -> order.status() == OrderStatus.ACTIVE)
                .forEach(order -> alerts.anew(order, false));
    }

    /** What is known of the duplicate is of the patient who goes on, so that checks and drug screens see all of it. */
    public void merged(PatientMerged two) {
        beside.look(merged.moved(two, TABLES), two.at());
    }
}
