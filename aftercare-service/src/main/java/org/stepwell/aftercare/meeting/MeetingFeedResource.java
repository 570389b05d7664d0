package org.stepwell.aftercare.meeting;

import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
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
import org.stepwell.platform.problem.LargeBody;

/** The HTTP door to meeting feeds: an administrator brings the whole feed, as often as it changes. */
@Path("meeting-feeds")
@Guard(Policy.ADMINISTRATORS_SET_UP)
class MeetingFeedResource {

    static final String SLUG = "[a-z0-9][a-z0-9-]{0,39}";
    private static final int MEBIBYTES_MAX = 16;
    private static final String PRINTABLE = "\\P{Cntrl}*";

    private final LoadedFeeds feeds;
    private final ImportFeed importFeed;

    MeetingFeedResource(LoadedFeeds feeds, ImportFeed importFeed) {
        this.feeds = feeds;
        this.importFeed = importFeed;
    }

    @Schema(name = "MeetingFeedView")
    record View(
            @Schema(description = "by which a task names it")
            UUID id,

            @Schema(examples = "demo") String feed,
            @Schema(examples = "Demo") String name,

            @Schema(description = "where somebody says that they took it from") @Nullable
            String source,

            FeedFormat format,

            @Schema(description = "true where it is fetched by itself")
            boolean fetched,

            @Schema(description = "true where this clinic loaded it first, and so may replace it")
            boolean ours,

            @Schema(description = "when its meetings were brought last") @Nullable
            Instant loadedAt) {

        static View of(LoadedFeed feed) {
            return new View(
                    feed.id().value(),
                    feed.slug(),
                    feed.name(),
                    feed.source(),
                    feed.format(),
                    feed.schedule() != null,
                    feed.owner().equals(ClinicContext.clinic()),
                    feed.loadedAt());
        }
    }

    @GET
    @Transactional
    @Guard(Policy.CLINIC_MEMBERS_READ)
    @Operation(summary = "The meeting feeds of the deployment, in the order of their slugs")
    public List<View> list() {
        return feeds.all().stream().map(View::of).toList();
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
    @LargeBody(mebibytes = MEBIBYTES_MAX)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Store a meeting feed: the body is the file, 16 MiB at most",
            description =
                    "Either a list in the Meeting Guide format, where day 0 is Sunday, or what a BMLT server answers to "
                            + "switcher=GetSearchResults&get_used_formats=1, where weekday 1 is. Meetings keep their id; those the "
                            + "feed no longer has become inactive. Unknown type codes are ignored, rows that are no meetings are "
                            + "refused one by one. The clinic that loads a feed first owns it; to replace it, send its ETag as "
                            + "If-Match. * stands for whatever is there, also for nothing.")
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
    public RestResponse<FeedImport> store(
            @Pattern(regexp = SLUG) @Parameter(example = "demo") String feed,
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
            @QueryParam("format") @Parameter(description = "MEETING_GUIDE unless it was said before") @Nullable
                    FeedFormat format,
            @QueryParam("fewer")
                    @Pattern(regexp = "true|false")
                    @Parameter(description = "true where most of its meetings are really gone")
                    @Nullable
                    String fewer,
            @HeaderParam("If-Match") @Nullable IfMatch condition,
            byte @NotNull [] meetings) {
        feeds.taken(feed, format == null ? FeedFormat.MEETING_GUIDE : format, condition);
        feeds.named(feed, name, source, format);
        var taken = feeds.find(feed).orElseThrow();
        var report = importFeed.upload(taken, meetings, "true".equals(fewer));
        return Answers.versioned(report, taken.version());
    }
}
