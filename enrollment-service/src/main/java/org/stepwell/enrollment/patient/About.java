package org.stepwell.enrollment.patient;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is good to know before speaking with a patient, and who is near them; sealed, and told to no other service. */
record About(@Nullable String pronouns, boolean interpreter, List<Relative> people, boolean consentsAsMinor) {

    static final String PART = "patient-about";

    boolean hasGuardian() {
        return people.stream().anyMatch(Relative::guardian);
    }
}
