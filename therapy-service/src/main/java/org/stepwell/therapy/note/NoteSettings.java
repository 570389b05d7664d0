package org.stepwell.therapy.note;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How much time there is for a note, where the rules of a program do not say. */
@ConfigMapping(prefix = "stepwell.note")
interface NoteSettings {

    /** How long a supervisor has to co-sign a note, or to return it, from its author's signature. */
    @WithDefault("PT72H")
    Duration cosignWithin();
}
