package org.stepwell.aftercare.letter;

import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.stepwell.contracts.id.LetterId;
import org.stepwell.platform.clinic.ClinicContext;
import org.stepwell.platform.link.SecretLinks;
import org.stepwell.platform.problem.Refusal;

/** The links that letters are opened and answered by. */
@Singleton
class LetterLinks {

    /** Where they lead, below the root of the API; traces and problems leave such paths out. */
    static final String PATH = "links/{clinic}/referrals";

    private static final String KIND = "referral-letter";

    private final SecretLinks links;
    private final Optional<URI> url;
    private final String root;

    LetterLinks(SecretLinks links, LetterSettings settings, @ConfigProperty(name = "quarkus.rest.path") String root) {
        this.links = links;
        this.url = settings.url();
        this.root = root;
    }

    /** Refuses a letter that nobody could open. */
    void mustLeadSomewhere() {
        if (url.isEmpty()) {
            throw new Refusal(
                    ReferralLetterRule.RECEIVERS_COME_IN_SOMEWHERE,
                    "Whoever runs this deployment sets STEPWELL_LETTERS_URL.");
        }
    }

    /** Makes the one link of a letter; whole, and known to nobody afterwards. */
    String make(LetterId letter, Instant until) {
        var readersComeIn = url.orElseThrow(
                () -> // a lost setting says no no: it is tried again
                new IllegalStateException("letters lead nowhere: STEPWELL_LETTERS_URL is not set"));
        var secret = links.make(KIND, letter, null, until);
        var path = PATH.replace("{clinic}", ClinicContext.clinic().toString());
        return "%s%s/%s/%s".formatted(readersComeIn.toString().replaceAll("/+$", ""), root, path, secret);
    }

    /** The letter that a secret opens; 404 where it opens none. */
    LetterId opened(String secret) {
        return new LetterId(links.subjectOf(KIND, secret));
    }

    void close(LetterId letter) {
        links.revoke(KIND, letter);
    }
}
