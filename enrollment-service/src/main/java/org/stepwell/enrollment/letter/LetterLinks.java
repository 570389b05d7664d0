package org.stepwell.enrollment.letter;

import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.stepwell.contracts.id.LetterId;
import org.stepwell.platform.link.ReaderLinks;
import org.stepwell.platform.link.SecretLinks;
import org.stepwell.platform.problem.Refusal;

/** The links that letters are opened by. */
@Singleton
@Startup // a setting that opens no link, or one for too long, is refused before anybody comes
class LetterLinks {

    /** Where they lead, below the root of the API; traces and problems leave such paths out. */
    static final String PATH = "links/{clinic}/letters";

    private static final String KIND = "letter";
    private static final Duration OPEN_MAX = Duration.ofDays(14);

    private final ReaderLinks links;
    private final LetterSettings settings;

    LetterLinks(SecretLinks links, LetterSettings settings, @ConfigProperty(name = "quarkus.rest.path") String root) {
        if (settings.openFor().compareTo(Duration.ZERO) <= 0
                || settings.openFor().compareTo(OPEN_MAX) > 0) {
            throw new IllegalArgumentException("STEPWELL_LETTERS_OPEN_FOR must be more than nothing and at most %s (%s)"
                    .formatted(OPEN_MAX, settings.openFor()));
        }
        this.links = new ReaderLinks(links, KIND, root + "/" + PATH, settings.url());
        this.settings = settings;
    }

    /** Refuses a letter that nobody could open. */
    void mustLeadSomewhere() {
        if (!links.leadSomewhere()) {
            throw new Refusal(
                    LetterRule.READERS_COME_IN_SOMEWHERE, "Whoever runs this deployment sets STEPWELL_LETTERS_URL.");
        }
    }

    /** Until when a link that is made now opens its letter. */
    Instant until(Instant now) {
        return now.plus(settings.openFor());
    }

    /** Makes the one link of a letter; whole, as it is sent, and known to nobody afterwards. */
    String make(LetterId letter, Instant until) {
        return links.make(letter, until);
    }

    /** The letter that a secret opens; 404 where it opens none. */
    LetterId opened(String secret) {
        return new LetterId(links.opened(secret));
    }

    void close(LetterId letter) {
        links.close(letter);
    }
}
