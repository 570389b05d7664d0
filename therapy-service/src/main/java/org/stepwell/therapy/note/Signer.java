package org.stepwell.therapy.note;

import java.util.List;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.platform.problem.Refusal;

/** Somebody who signs, and what entitles them to. */
record Signer(StaffId staff, String credentials) {

    static Signer of(StaffId staff, List<String> credentials) {
        if (credentials.isEmpty()) {
            throw new Refusal(
                    NoteRule.SIGNER_HAS_CREDENTIALS,
                    "No credentials of %s are known. Have them entered in scheduling, where staff are kept."
                            .formatted(staff));
        }
        return new Signer(staff, String.join(", ", credentials.stream().sorted().toList()));
    }
}
