package org.stepwell.aftercare.danger;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** What is said to everybody who names a thought of suicide. */
@ConfigMapping(prefix = "stepwell.crisis")
interface CrisisSettings {

    /** Whom to call at any hour, in the country of the clinic. */
    @WithDefault("Call or text 988 at any hour (Suicide and Crisis Lifeline). In danger, call 911.")
    String helpNow();

    /** How a patient reaches the clinician on call at any hour: said behind it, where an installation says so. */
    Optional<String> onCall();
}
