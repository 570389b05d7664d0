package org.stepwell.therapy.plan;

import jakarta.inject.Singleton;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.stepwell.platform.seal.SealedJson;

/** Seals what a plan says, each text for its own plan. */
@Singleton
class PlanTexts {

    private static final String CONTENT = "plan";
    private static final String REASON = "plan-patient-reason";

    private final SealedJson sealed;

    PlanTexts(SealedJson sealed) {
        this.sealed = sealed;
    }

    String seal(UUID plan, PlanContent content) {
        return sealed.seal(CONTENT, plan, content);
    }

    @Nullable
    String sealReason(UUID plan, @Nullable String reason) {
        return reason == null ? null : sealed.seal(REASON, plan, reason);
    }

    PlanContent open(Plan plan) {
        return sealed.open(CONTENT, plan.id(), plan.content(), PlanContent.class);
    }

    PlanView show(Plan plan) {
        var reason = plan.patientReason();
        return plan.view(open(plan), reason == null ? null : sealed.open(REASON, plan.id(), reason, String.class));
    }
}
