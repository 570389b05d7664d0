package org.stepwell.therapy.certification;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Set;

/** Who certifies, and for how long it stands. */
@ConfigMapping(prefix = "stepwell.certification")
interface CertificationSettings {

    /** Days from a certification until the next one is due, that day included (Medicare: at least every 60 days). */
    @WithDefault("60")
    int days();

    /** The credentials by which somebody is a physician. */
    @WithDefault("MD,DO")
    Set<String> credentials();
}
