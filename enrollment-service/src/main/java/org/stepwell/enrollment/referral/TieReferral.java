package org.stepwell.enrollment.referral;

import jakarta.inject.Singleton;
import java.util.List;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.enrollment.inquiry.Caller;
import org.stepwell.enrollment.inquiry.ReceiveInquiry;
import org.stepwell.enrollment.patient.Patients;
import org.stepwell.platform.problem.FieldError;
import org.stepwell.platform.problem.Refusal;

/** Ties whoever was sent to a patient whom the clinic knew already, so that nobody is registered twice and the sender still hears. */
@Singleton
class TieReferral {

    private final Referrals referrals;
    private final ReceiveInquiry inquiries;
    private final Patients patients;

    TieReferral(Referrals referrals, ReceiveInquiry inquiries, Patients patients) {
        this.referrals = referrals;
        this.inquiries = inquiries;
        this.patients = patients;
    }

    /**
     * The referral is locked, and the caller may see the patient. What is tied to the wrong person is told of the wrong person.
     *
     * @param asked whether somebody asked, where neither name nor phone is the patient's
     */
    void tie(Referral referral, PatientId patient, boolean asked) {
        if (referrals.courseOf(referral).patient() != null) {
            throw new Refusal(
                    ReferralRule.REFERRED_ONE_IS_KNOWN, "It is about a patient already (see the field patient).");
        }
        if (!asked
                && !inquiries
                        .whoIs(referral.inquiry())
                        .map(who -> mayBe(patient, who))
                        .orElse(false)) {
            throw new Refusal(
                    ReferralRule.MAYBE_SOMEBODY_ELSE,
                    "Neither the name nor the phone number that came with it is this patient's. Ask them, then say so.",
                    List.of(new FieldError("/asked", "true, once somebody asked them")));
        }
        inquiries.known(referral.inquiry());
        referral.isAbout(patient);
        referrals.flush();
    }

    private boolean mayBe(PatientId patient, Caller who) {
        return patients.mayBe(patient, who.name(), who.phone());
    }
}
