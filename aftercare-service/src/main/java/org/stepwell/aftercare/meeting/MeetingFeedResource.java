package org.stepwell.aftercare.meeting;

import com.fasterxml.jackson.databind.node.ArrayNode;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.clinic.ClinicContext;
import org.stepwell.platform.http.Answers;
import org.stepwell.platform.http.IfMatch;

/** The HTTP door to meeting feeds: an administrator brings the whole feed, as often as it changes. */
@Path("meeting-feeds")
@Guard(Policy.ADMINISTRATORS_SET_UP)
class MeetingFeedResource {

    private static final int REFUSED_SHOWN_MAX = 100;
    private static final String PRINTABLE = "\\P{Cntrl}*";

    private final LoadedFeeds feeds;
    private final StoreFeed storeFeed;
    private final Clock clock;

    MeetingFeedResource(LoadedFeeds feeds, StoreFeed storeFeed, Clock clock) {
        this.feeds = feeds;
        this.storeFeed = storeFeed;
        this.clock = clock;
    }

    @Schema(name = "MeetingFeedView")
    record View(
            @Schema(examples = "demo") String feed,
            @Schema(examples = "Demo") String name,

            @Schema(description = "where it was taken from") @Nullable
            String source,

            @Schema(description = "true where this clinic loaded it first, and so may replace it")
            boolean ours,

            Instant loadedAt) {

        static View of(LoadedFeed feed) {
            return new View(
                    feed.slug(),
                    feed.name(),
                    feed.source(),
                    feed.owner().equals(ClinicContext.clinic()),
                    feed.loadedAt());
        }
    }

    @Schema(name = "MeetingFeedReport")
    record Report(
            @Schema(examples = "demo") String feed,
            @Schema(description = "rows in the feed") int read,

            @Schema(description = "meetings that are now as the feed has them")
            int stored,

            @Schema(description = "meetings the feed no longer has")
            int inactive,

            @Schema(description = "rows that are no meetings")
            int refusedCount,

            @Schema(description = "the first hundred of them, and why")
            List<MeetingFeed.Refused> refused) {

        static Report of(String feed, MeetingFeed read, int inactive) {
            return new Report(
                    feed,
                    read.read(),
                    read.meetings().size(),
                    inactive,
                    read.refused().size(),
                    read.refused().stream().limit(REFUSED_SHOWN_MAX).toList());
        }
    }

    @GET
    @Path("{feed}")
    @Transactional
    @Guard(Policy.CLINIC_MEMBERS_READ)
    @Operation(summary = "A meeting feed: where it comes from, and whether it is this clinic's to replace")
    public RestResponse<View> one(@Parameter(example = "demo") String feed) {
        var found = feeds.find(feed).orElseThrow(NotFoundException::new);
        return Answers.versioned(View.of(found), found.version());
    }

    @PUT
    @Path("{feed}")
    @Transactional
    @Operation(
            summary = "Store a Meeting Guide feed",
            description =
                    "Meetings are told apart by their slug and keep their id. Those the feed no longer has become "
                            + "inactive. Unknown type codes are ignored. Day 0 is Sunday. The clinic that loads a "
                            + "feed first owns it; to replace it, send its ETag as If-Match. * stands for whatever "
                            + "is there, also for nothing.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(type = SchemaType.ARRAY, implementation = Object.class),
                            example = """
                                    [{"name": "Lantern Street Newcomers", "slug": "lantern-street-newcomers", "day": 1,
                                      "time": "18:30", "end_time": "19:30", "timezone": "America/New_York",
                                      "types": ["O", "BE"], "location": "Lantern Street Hall",
                                      "formatted_address": "12 Lantern Street, Riverside, NY 10000, USA"}]"""))
    public RestResponse<Report> store(
            @Pattern(regexp = "[a-z0-9][a-z0-9-]{0,39}") @Parameter(example = "demo") String feed,
            @QueryParam("name")
                    @Size(max = 100)
                    @Pattern(regexp = PRINTABLE)
                    @Parameter(description = "what people call the feed")
                    @Nullable
                    String name,
            @QueryParam("source")
                    @Size(max = 300)
                    @Pattern(regexp = PRINTABLE)
                    @Parameter(description = "where the feed was taken from")
                    @Nullable
                    String source,
            @HeaderParam("If-Match") @Nullable IfMatch condition,
            @NotNull ArrayNode meetings) {
        var read = MeetingFeed.read(meetings);
        int version = feeds.taken(feed, name == null ? feed : name, source, condition, clock.instant());
        int inactive = storeFeed.store(feed, read);
        return Answers.versioned(Report.of(feed, read, inactive), version);
    }
}
