package org.stepwell.enrollment.letter;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** How letters reach their readers. */
@ConfigMapping(prefix = "stepwell.letters")
interface LetterSettings {

    /**
     * Where readers come in, such as {@code https://documents.example}: a name that says nothing of a clinic, because it stands in
     * a mail. Without it no letter is written.
     */
    Optional<URI> url();

    /** How long a link opens its letter, counted from when it was sent; fourteen days at most. */
    @WithDefault("P14D")
    Duration openFor();
}
