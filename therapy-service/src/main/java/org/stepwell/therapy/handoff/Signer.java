package org.stepwell.therapy.handoff;

import java.util.List;
import org.stepwell.contracts.id.StaffId;

/** Somebody of the staff who signs, by which credentials, and whether these let them practise independently. */
record Signer(StaffId staff, String credentials, boolean independent) {

    static Signer of(StaffId staff, List<String> credentials, boolean independent) {
        if (credentials.isEmpty()) {
            throw HandoffRule.SUMMARY_SIGNER_HAS_CREDENTIALS.because(
                    "No credentials of %s are known. Have them entered in scheduling, where staff are kept."
                            .formatted(staff));
        }
        return new Signer(staff, String.join(", ", credentials.stream().sorted().toList()), independent);
    }
}
