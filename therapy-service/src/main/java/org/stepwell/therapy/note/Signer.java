package org.stepwell.therapy.note;

import java.util.List;
import org.stepwell.contracts.id.StaffId;

/** Somebody who signs, what entitles them to, and whether that lets them practise independently. */
record Signer(StaffId staff, String credentials, boolean independent) {

    static Signer of(StaffId staff, List<String> credentials, boolean independent) {
        if (credentials.isEmpty()) {
            throw NoteRule.SIGNER_HAS_CREDENTIALS.because(
                    "No credentials of %s are known. Have them entered in scheduling, where staff are kept."
                            .formatted(staff));
        }
        return new Signer(staff, String.join(", ", credentials.stream().sorted().toList()), independent);
    }
}
