package org.stepwell.platform.consent;

import java.util.Set;
import org.stepwell.contracts.code.DataCategory;
import org.stepwell.contracts.code.DisclosurePurpose;
import org.stepwell.contracts.code.Recipient;
import org.stepwell.contracts.id.PatientId;

/** What somebody wants to disclose: about whom, to whom, why, and which kinds of information. */
public record Ask(PatientId patient, Recipient recipient, DisclosurePurpose purpose, Set<DataCategory> categories) {

    /** Nothing is asked for nothing. */
    public Ask {
        if (categories.isEmpty()) {
            throw new IllegalArgumentException("a disclosure names what it discloses");
        }
    }
}
