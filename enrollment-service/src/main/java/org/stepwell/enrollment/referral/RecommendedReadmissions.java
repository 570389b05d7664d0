package org.stepwell.enrollment.referral;

import jakarta.inject.Singleton;
import java.util.List;
import org.stepwell.contracts.aftercare.AftercareFact.ReadmissionRecommended;
import org.stepwell.contracts.id.ReferralId;
import org.stepwell.enrollment.inquiry.Caller;
import org.stepwell.enrollment.inquiry.ReceiveInquiry;
import org.stepwell.enrollment.patient.Patients;
import org.stepwell.platform.access.MergedPatients;
import org.stepwell.platform.database.Uuid7;

/** Opens a referral of our own for somebody who left, needs treatment again and wants it: intake calls them within the hour. */
@Singleton
public class RecommendedReadmissions {

    private final Referrals referrals;
    private final ReceiveInquiry inquiries;
    private final Patients patients;
    private final MergedPatients merged;

    RecommendedReadmissions(Referrals referrals, ReceiveInquiry inquiries, Patients patients, MergedPatients merged) {
        this.referrals = referrals;
        this.inquiries = inquiries;
        this.patients = patients;
        this.merged = merged;
    }

    /** Aftercare recommends somebody; told again, it changes nothing. */
    public void recommended(ReadmissionRecommended said) {
        if (referrals.cameOf(said.linkage())) {
            return;
        }
        var patient = merged.survivorOf(said.patient()).orElse(said.patient());
        var who = patients.whoAre(List.of(patient)).get(patient);
        if (who == null) {
            return; // nobody of ours, so nobody to call
        }
        var caller = new Caller(
                who.givenName() + " " + who.familyName(),
                who.phone(),
                false,
                null,
                // Intake reads this; what asked for it is for whoever treats them, and stands in aftercare.
                "Aftercare recommends treatment again, and they want it.");
        var inquiry = inquiries.sentBack(caller, said.at());
        referrals.persistAndFlush(
                new Referral(new ReferralId(Uuid7.next()), inquiry, patient, said.linkage(), said.at()));
    }
}
