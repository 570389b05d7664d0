package org.stepwell.scheduling.feed;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.Id;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.access.Caller;
import org.stepwell.platform.clinic.ClinicContext;
import org.stepwell.platform.link.SecretLinks;

/** Makes the links of calendars. */
@Singleton
public class CalendarLink {

    private static final int DAYS = 366;

    private final SecretLinks links;
    private final Caller caller;
    private final Clock clock;
    private final String root;

    CalendarLink(
            SecretLinks links, Caller caller, Clock clock, @ConfigProperty(name = "quarkus.rest.path") String root) {
        this.links = links;
        this.caller = caller;
        this.clock = clock;
        this.root = root;
    }

    /** Whose calendar it is, and the word in its path. */
    enum Of {
        PATIENT("calendars"),
        STAFF("staff-calendars");

        private final String path;

        Of(String path) {
            this.path = path;
        }

        String kind() {
            return "calendar-of-" + name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** A link that was just made. */
    @Schema(name = "CalendarLink")
    record View(
            @Schema(
                    description = "below the address by which this service is reached; it is told this once",
                    examples = "/api/scheduling/v1/links/019a0000-0000-7000-8000-000000000001/calendars/3vD4nXyQ")
            String path) {}

    /** Whether there is one. */
    @Schema(name = "CalendarLinkStanding")
    record Standing(
            @Schema(description = "when it was made; without it, there is none") @Nullable
            Instant since,

            @Schema(description = "when it opens nothing any more") @Nullable
            Instant until) {}

    /** A duplicate's calendar is its patient's, who makes a link of their own. */
    public void merged(PatientId duplicate) {
        links.revoke(Of.PATIENT.kind(), duplicate);
    }

    /** For the caller, for a year, and as long as they have an account. */
    View make(Of whose, Id owner) {
        var until = clock.instant().plus(Duration.ofDays(DAYS));
        var secret = links.make(whose.kind(), owner, caller.identity().subject(), until);
        return new View("%s/links/%s/%s/%s".formatted(root, ClinicContext.clinic(), whose.path, secret));
    }

    Standing standing(Of whose, Id owner) {
        return links.standing(whose.kind(), owner)
                .map(found -> new Standing(found.madeAt(), found.expiresAt()))
                .orElseGet(() -> new Standing(null, null));
    }

    void revoke(Of whose, Id owner) {
        links.revoke(whose.kind(), owner);
    }
}
