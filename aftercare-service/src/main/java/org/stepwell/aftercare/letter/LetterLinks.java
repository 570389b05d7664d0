package org.stepwell.aftercare.letter;

import jakarta.inject.Singleton;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.stepwell.contracts.id.LetterId;
import org.stepwell.platform.link.ReaderLinks;
import org.stepwell.platform.link.SecretLinks;
import org.stepwell.platform.problem.Refusal;

/** The links that letters are opened and answered by. */
@Singleton
class LetterLinks {

    /** Where they lead, below the root of the API; traces and problems leave such paths out. */
    static final String PATH = "links/{clinic}/referrals";

    private static final String KIND = "referral-letter";

    private final ReaderLinks links;

    LetterLinks(SecretLinks links, LetterSettings settings, @ConfigProperty(name = "quarkus.rest.path") String root) {
        this.links = new ReaderLinks(links, KIND, root + "/" + PATH, settings.url());
    }

    /** Refuses a letter that nobody could open. */
    void mustLeadSomewhere() {
        if (!links.leadSomewhere()) {
            throw new Refusal(
                    ReferralLetterRule.RECEIVERS_COME_IN_SOMEWHERE,
                    "Whoever runs this deployment sets STEPWELL_LETTERS_URL.");
        }
    }

    /** Makes the one link of a letter; whole, and known to nobody afterwards. */
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
