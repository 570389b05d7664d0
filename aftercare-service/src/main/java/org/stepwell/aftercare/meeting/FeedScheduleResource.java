package org.stepwell.aftercare.meeting;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.ZoneId;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.clinic.ClinicContext;
import org.stepwell.platform.http.Answers;
import org.stepwell.platform.http.IfMatch;
import org.stepwell.platform.http.Page;
import org.stepwell.platform.http.PageRequest;
import org.stepwell.platform.problem.FieldError;
import org.stepwell.platform.problem.HttpRule;
import org.stepwell.platform.problem.Refusal;
import org.stepwell.platform.time.Due;
import org.stepwell.platform.time.ZoneName;

/** The HTTP door to how a feed is read, from where it is fetched by itself, and what became of it each time. */
@Path("meeting-feeds/{feed}")
@Guard(Policy.ADMINISTRATORS_SET_UP)
class FeedScheduleResource {

    private static final int DAILY = 24;

    private final LoadedFeeds feeds;
    private final FeedImports imports;
    private final FeedAddress addresses;
    private final Due due;

    FeedScheduleResource(LoadedFeeds feeds, FeedImports imports, FeedAddress addresses, Due due) {
        this.feeds = feeds;
        this.imports = imports;
        this.addresses = addresses;
        this.due = due;
    }

    /** How a feed is read and fetched. */
    @Schema(name = "MeetingFeedSettings")
    record Settings(
            @NotBlank @Size(max = 100) @Schema(examples = "Riverside meetings")
            String name,

            @NotNull FeedFormat format,

            @Nullable
            @Size(max = 500)
            @Schema(
                    description = "where it is fetched from; without it somebody brings it. It begins with https://",
                    examples = "https://meetings.example.org/feed.json")
            String url,

            @Nullable
            @Min(1)
            @Max(168)
            @Schema(description = "how many hours lie between two fetches; 24 unless it is said", examples = "24")
            Integer everyHours,

            @NotNull @ZoneName @Schema(description = "of meetings that name no zone", examples = "America/New_York")
            String zone,

            @Nullable
            @Pattern(regexp = "[a-z]{2,3}")
            @Schema(description = "of meetings that name no language, by its ISO 639 code", examples = "en")
            String language,

            @Schema(
                    description = "true where the whole feed is of a fellowship without a spiritual program",
                    examples = "false")
            @Nullable
            Boolean secular) {

        static Settings of(LoadedFeed feed) {
            var schedule = feed.schedule();
            return new Settings(
                    feed.name(),
                    feed.format(),
                    schedule == null ? null : schedule.url(),
                    schedule == null ? null : schedule.everyHours(),
                    feed.defaults().zone().getId(),
                    feed.defaults().language(),
                    feed.defaults().secular());
        }

        FeedDefaults defaults() {
            return new FeedDefaults(ZoneId.of(zone), language, Boolean.TRUE.equals(secular));
        }

        LoadedFeed.@Nullable Schedule schedule() {
            return url == null
                    ? null
                    : new LoadedFeed.Schedule(url, everyHours == null ? DAILY : everyHours, null, null);
        }
    }

    /** What to do with a feed that is fetched now. */
    @Schema(name = "MeetingFeedFetch")
    record Fetch(
            @Schema(description = "true where most of its meetings are really gone", examples = "false") @Nullable
            Boolean fewer) {}

    @GET
    @Path("settings")
    @Transactional
    @Operation(summary = "How a feed of this clinic is read, and from where it is fetched")
    public RestResponse<Settings> settings(@Parameter(example = "demo") String feed) {
        var found = ours(feed);
        return Answers.versioned(Settings.of(found), found.version());
    }

    @PUT
    @Path("settings")
    @Transactional
    @Operation(
            summary = "Say how a feed is read, and from where it is fetched",
            description =
                    "With a url it is fetched at once and then every so many hours; without one somebody brings it. The "
                            + "address is on the public internet, begins with https:// and has no name or password in it.")
    public RestResponse<Settings> settle(
            @Pattern(regexp = MeetingFeedResource.SLUG) @Parameter(example = "demo") String feed,
            @HeaderParam("If-Match") @Nullable IfMatch condition,
            @NotNull @Valid Settings settings) {
        mustBeFetchable(settings);
        feeds.taken(feed, settings.format(), condition);
        feeds.settle(feed, settings.name(), settings.format(), settings.defaults(), settings.schedule());
        var settled = feeds.find(feed).orElseThrow();
        if (settled.schedule() == null) {
            due.cancel(DueFeeds.DUE, settled.id());
        } else {
            due.now(DueFeeds.DUE, settled.id());
        }
        return Answers.versioned(Settings.of(settled), settled.version());
    }

    @POST
    @Path("fetches")
    @Transactional
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Fetch a feed now", description = "What became of it stands in its imports a moment later.")
    public RestResponse<Settings> fetch(@Parameter(example = "demo") String feed, @NotNull @Valid Fetch fetch) {
        var found = ours(feed);
        if (found.schedule() == null) {
            throw new Refusal(
                    MeetingRule.FEED_WITHOUT_ADDRESS,
                    "Nobody said where %s is fetched from. Say it in its settings.".formatted(feed));
        }
        if (Boolean.TRUE.equals(fetch.fewer())) {
            feeds.expectFewer(feed);
        }
        due.now(DueFeeds.DUE, found.id());
        return Answers.versioned(Settings.of(found), found.version());
    }

    @GET
    @Path("imports")
    @Transactional
    @Operation(summary = "What became of a feed of this clinic each time it was brought or fetched, newest first")
    public RestResponse<Page<FeedImport>> imports(
            @Parameter(example = "demo") String feed, @Valid @BeanParam PageRequest page, @Context UriInfo uri) {
        ours(feed);
        return Page.of(imports.page(feed, page), page, report -> report, FeedImport::id, uri);
    }

    private LoadedFeed ours(String feed) {
        var found = feeds.find(feed).orElseThrow(NotFoundException::new);
        found.mustBeOf(ClinicContext.clinic());
        return found;
    }

    private void mustBeFetchable(Settings settings) {
        var url = settings.url();
        if (url == null && settings.everyHours() != null) {
            throw invalid("/everyHours", "leave it out where there is no url");
        }
        if (url == null) {
            return;
        }
        try {
            addresses.read(url);
        } catch (FeedAddress.NotAllowed e) {
            throw invalid("/url", "an address that begins with https://; %s".formatted(e.reason()));
        }
        if (settings.format() == FeedFormat.BMLT && !url.contains("get_used_formats=1")) {
            throw invalid("/url", "add &get_used_formats=1: without it the formats can not be told apart");
        }
    }

    private static Refusal invalid(String pointer, String advice) {
        return new Refusal(
                HttpRule.INVALID_REQUEST, "The settings can not be used.", List.of(new FieldError(pointer, advice)));
    }
}
