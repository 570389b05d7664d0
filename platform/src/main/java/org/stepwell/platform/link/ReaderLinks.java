package org.stepwell.platform.link;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.stepwell.contracts.id.Id;
import org.stepwell.platform.clinic.ClinicContext;

/** The links of one kind by which readers come in from outside: whole, as they stand in a mail or on paper. */
public final class ReaderLinks {

    private final SecretLinks links;
    private final String kind;
    private final String path;
    private final Optional<URI> url;

    /**
     * @param kind what they open, such as {@code letter}
     * @param path where they lead, below the address at which readers come in, with {@code {clinic}} in it
     * @param url that address; without it no link leads anywhere
     */
    public ReaderLinks(SecretLinks links, String kind, String path, Optional<URI> url) {
        this.links = links;
        this.kind = kind;
        this.path = path;
        this.url = url;
    }

    /** Whether anybody could come in. */
    public boolean leadSomewhere() {
        return url.isPresent();
    }

    /** Makes the one link of a subject; whole, and known to nobody afterwards. */
    public String make(Id subject, Instant until) {
        var readersComeIn = url.orElseThrow(
                () -> // a lost setting says no no: it is tried again
                new IllegalStateException("links of %s lead nowhere: STEPWELL_LETTERS_URL is not set".formatted(kind)));
        var secret = links.make(kind, subject, null, until);
        return "%s%s/%s"
                .formatted(
                        readersComeIn.toString().replaceAll("/+$", ""),
                        path.replace("{clinic}", ClinicContext.clinic().toString()),
                        secret);
    }

    /** What a secret opens; 404 where it opens nothing. */
    public UUID opened(String secret) {
        return links.subjectOf(kind, secret);
    }

    /** From now on it opens nothing. */
    public void close(Id subject) {
        links.revoke(kind, subject);
    }
}
