package org.stepwell.aftercare.meeting;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.MeetingId;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.http.Page;
import org.stepwell.platform.http.PageRequest;
import org.stepwell.platform.problem.FieldError;
import org.stepwell.platform.problem.HttpRule;
import org.stepwell.platform.problem.Refusal;

/** The HTTP door to mutual-help meetings: find one that fits a week. */
@Path("meetings")
@Guard(Policy.CLINIC_MEMBERS_READ)
class MeetingResource {

    private static final String DAYS = "MONDAY|TUESDAY|WEDNESDAY|THURSDAY|FRIDAY|SATURDAY|SUNDAY";
    private static final String TIME = "([01][0-9]|2[0-3]):[0-5][0-9]";
    private static final String TYPES = "[A-Za-z0-9-]{1,8}(,[A-Za-z0-9-]{1,8}){0,9}";
    private static final UUID FIRST_PAGE = new UUID(0, 0);

    private final Meetings meetings;

    MeetingResource(Meetings meetings) {
        this.meetings = meetings;
    }

    @Schema(name = "MeetingView")
    record MeetingView(
            MeetingId id,
            @Schema(examples = "demo") String feed,

            @Schema(description = "false once its feed no longer has it")
            boolean active,

            @Schema(examples = "Lantern Street Newcomers") String name,

            @Schema(description = "empty where it meets by appointment")
            Set<DayOfWeek> days,

            @Nullable LocalTime startsAt,
            @Nullable LocalTime endsAt,

            @Schema(description = "the time zone of its times, where the feed names one") @Nullable
            String zone,

            @Schema(description = "Meeting Guide codes") Set<String> types,
            boolean secular,
            @Nullable String location,
            @Nullable String address,
            @Nullable String conferenceUrl,
            @Nullable String conferencePhone) {

        static MeetingView of(Meeting meeting) {
            return new MeetingView(
                    meeting.id(),
                    meeting.feed(),
                    meeting.active(),
                    meeting.name(),
                    meeting.days(),
                    meeting.startsAt(),
                    meeting.endsAt(),
                    meeting.zone(),
                    meeting.types(),
                    meeting.secular(),
                    meeting.location(),
                    meeting.address(),
                    meeting.conferenceUrl(),
                    meeting.conferencePhone());
        }
    }

    @GET
    @Transactional
    @Operation(summary = "Active meetings in the order of their time; those by appointment come last")
    public RestResponse<Page<MeetingView>> search(
            @QueryParam("day") @Pattern(regexp = DAYS) @Parameter(example = "MONDAY") @Nullable String day,
            @QueryParam("from")
                    @Pattern(regexp = TIME)
                    @Parameter(description = "begins at this time or later", example = "17:00")
                    @Nullable
                    String from,
            @QueryParam("to")
                    @Pattern(regexp = TIME)
                    @Parameter(description = "begins at this time or earlier", example = "21:00")
                    @Nullable
                    String to,
            @QueryParam("types")
                    @Pattern(regexp = TYPES)
                    @Parameter(description = "has all of these Meeting Guide codes", example = "O,BE")
                    @Nullable
                    String types,
            @QueryParam("secular")
                    @Pattern(regexp = "true|false")
                    @Parameter(description = "true: secular ones only")
                    @Nullable
                    String secular,
            @Valid @BeanParam PageRequest page,
            @Context UriInfo uri) {
        var found = meetings.search(new MeetingSearch(
                day == null ? null : DayOfWeek.valueOf(day),
                from == null ? null : LocalTime.parse(from),
                to == null ? null : LocalTime.parse(to),
                codes(types, "true".equals(secular)),
                page.after().equals(FIRST_PAGE) ? null : page.after(),
                page.fetch()));
        return Page.of(found, page, MeetingView::of, Meeting::id, uri);
    }

    @GET
    @Path("{meeting}")
    @Transactional
    @Operation(summary = "A meeting")
    public MeetingView one(MeetingId meeting) {
        return meetings.find(meeting).map(MeetingView::of).orElseThrow(NotFoundException::new);
    }

    private static Set<String> codes(@Nullable String types, boolean secular) {
        var codes = new TreeSet<String>();
        if (types != null) {
            codes.addAll(List.of(types.split(",", -1)));
        }
        var unknown = codes.stream().filter(code -> !MeetingTypes.known(code)).toList();
        if (!unknown.isEmpty()) {
            throw new Refusal(
                    HttpRule.INVALID_REQUEST,
                    "The Meeting Guide format has no types " + unknown + ".",
                    List.of(new FieldError("types", "codes such as O, C, BE, D, ST, B, A, LGBTQ, W, M, Y, X")));
        }
        if (secular) {
            codes.add(MeetingTypes.SECULAR);
        }
        return codes;
    }
}
