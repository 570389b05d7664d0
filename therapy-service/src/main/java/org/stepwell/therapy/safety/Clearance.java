package org.stepwell.therapy.safety;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.platform.problem.FieldError;
import org.stepwell.platform.problem.Refusal;
import org.stepwell.therapy.roster.Credentials;

/**
 * What somebody found who looked after a patient.
 *
 * @param level of the risk of suicide, where the flag is of one
 * @param plannedAt when the patient's crisis plan was last written here, if it ever was
 */
record Clearance(
        Disposition disposition,
        @Nullable RiskLevel level,
        StaffId by,
        Credentials credentials,
        @Nullable Instant plannedAt) {

    /** Refuses what does not fit a flag that was raised last at a time: what was done before answers an older finding. */
    void mustFit(String flag, Instant since) {
        if (flag.equals(SuicideItem.FLAG)) {
            throw new Refusal(
                    SafetyRule.SCREENER_CLEARS_THE_ITEM,
                    "Ask the C-SSRS; the flag ends with one that was taken since the thought was named.");
        }
        if (disposition == Disposition.SCREENER_TAKEN) {
            throw at("/disposition", "Take the screener itself; nobody says that it was.");
        }
        if (SuicideRisk.FLAGS.contains(flag)) {
            mustBeLicensed();
            mustSayTheRisk();
        } else if (level != null) {
            throw at("/level", "%s is no risk of suicide; leave the level out.".formatted(flag));
        }
        if (disposition == Disposition.SAFETY_PLAN_IN_PLACE && plannedAt == null) {
            throw new Refusal(
                    SafetyRule.SAFETY_PLAN_IS_WRITTEN, "Write it with the patient first: PUT patients/…/crisis-plan.");
        }
        if (flag.equals(SuicideRisk.HIGH) && disposition != Disposition.EMERGENCY_CARE) {
            mustBePlannedSince(since);
        }
    }

    private void mustBeLicensed() {
        if (!credentials.independent()) {
            throw new Refusal(
                    SafetyRule.LICENSED_CLINICIAN_CLEARS_A_RISK,
                    "Your credentials here: %s. Ask somebody who practises independently."
                            .formatted(credentials.held().isEmpty() ? "none" : credentials.said()));
        }
    }

    private void mustBePlannedSince(Instant since) {
        if (plannedAt == null || plannedAt.isBefore(since)) {
            throw new Refusal(
                    SafetyRule.HIGH_RISK_IS_PLANNED_FOR,
                    "Found %s, and the crisis plan %s. Write it with the patient: PUT patients/…/crisis-plan."
                            .formatted(since, plannedAt == null ? "is missing" : "is of " + plannedAt));
        }
    }

    private void mustSayTheRisk() {
        if (level == null) {
            throw at("/level", "Say how high you find the risk: NONE, LOW, MODERATE or HIGH.");
        }
        if (disposition == Disposition.NO_ACUTE_RISK && level.stands()) {
            throw at(
                    "/level",
                    "A %s risk is looked after: by a plan, a higher level of care or emergency care.".formatted(level));
        }
    }

    private static Refusal at(String pointer, String advice) {
        return new Refusal(SafetyRule.CLEARANCE_FITS_THE_FLAG, advice, List.of(new FieldError(pointer, advice)));
    }
}
