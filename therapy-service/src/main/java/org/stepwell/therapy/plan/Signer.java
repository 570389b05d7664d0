package org.stepwell.therapy.plan;

import java.util.List;
import org.stepwell.contracts.id.StaffId;

/** Somebody of the staff who signs, by which credentials, and whether these let them practise independently. */
record Signer(StaffId staff, List<String> credentials, boolean independent) {

    Signer {
        if (credentials.isEmpty()) {
            throw PlanRule.PLAN_SIGNER_HAS_CREDENTIALS.because(
                    "No credentials of %s are known. Have them entered in scheduling, where staff are kept."
                            .formatted(staff));
        }
    }

    String said() {
        return String.join(", ", credentials.stream().sorted().toList());
    }
}
