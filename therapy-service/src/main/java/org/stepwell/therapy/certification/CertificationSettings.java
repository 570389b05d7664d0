package org.stepwell.therapy.certification;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Set;

/** Who certifies; for how long it stands, the rules of a program say. */
@ConfigMapping(prefix = "stepwell.certification")
interface CertificationSettings {

    /** The credentials by which somebody is a physician. */
    @WithDefault("MD,DO")
    Set<String> credentials();
}
