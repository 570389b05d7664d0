package org.stepwell.therapy.roster;

import java.util.Collection;
import org.stepwell.contracts.id.StaffId;

/**
 * Somebody of the staff who signs.
 *
 * @param credentials as they stand under the signature: "CADC, LCSW"
 * @param independent whether these let them practise independently
 */
public record Signer(StaffId staff, String credentials, boolean independent) {

    /** Whether they may stand by what an author signed: nobody does by their own, nor who needs that of others. */
    public boolean standsBy(StaffId author) {
        return independent && !staff.equals(author);
    }

    /** Somebody with these credentials; nobody signs without any. */
    public static Signer of(StaffId staff, Collection<String> credentials, boolean independent) {
        if (credentials.isEmpty()) {
            throw RosterRule.SIGNER_HAS_CREDENTIALS.because(
                    "No credentials of %s are known. Have them entered in scheduling, where staff are kept."
                            .formatted(staff));
        }
        return new Signer(staff, String.join(", ", credentials.stream().sorted().toList()), independent);
    }
}
