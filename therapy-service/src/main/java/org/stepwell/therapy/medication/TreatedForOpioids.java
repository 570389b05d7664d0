package org.stepwell.therapy.medication;

import jakarta.inject.Singleton;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.therapy.naloxone.OpioidTreatment;

/** Whoever was ordered something for an opioid use disorder, or has methadone or buprenorphine from elsewhere, is treated for one. */
@Singleton
class TreatedForOpioids implements OpioidTreatment {

    private final MedicationOrders orders;
    private final ExternalMedications externals;

    TreatedForOpioids(MedicationOrders orders, ExternalMedications externals) {
        this.orders = orders;
        this.externals = externals;
    }

    @Override
    public boolean isOf(PatientId patient) {
        return orders.anyForOpioids(patient) || externals.anyForOpioids(patient);
    }
}
