package org.stepwell.aftercare.letter;

import io.smallrye.config.ConfigMapping;
import java.net.URI;
import java.util.Optional;

/** How letters reach their readers. */
@ConfigMapping(prefix = "stepwell.letters")
interface LetterSettings {

    /**
     * Where readers come in, such as {@code https://documents.example}: a name that says nothing of a clinic, because it stands in
     * a mail. Without it no letter is written.
     */
    Optional<URI> url();
}
