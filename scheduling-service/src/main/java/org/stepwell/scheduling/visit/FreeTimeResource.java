package org.stepwell.scheduling.visit;

import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.RoomId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.platform.access.Access;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.scheduling.calendar.ClinicTime;
import org.stepwell.scheduling.calendar.Rooms;
import org.stepwell.scheduling.staff.StaffMembers;

/** When a visit could be. */
@Path("patients/{patient}/visits/free-times")
@Guard(Policy.COORDINATORS_SEAT)
class FreeTimeResource {

    private static final int DAYS_LOOKED_AT = 14;
    private static final int DAYS_MAX = 28;

    private final Diaries diaries;
    private final WhoseVisits whoseVisits;
    private final NeededVisits needed;
    private final StaffMembers staff;
    private final Rooms rooms;
    private final ClinicTime time;
    private final Access access;

    FreeTimeResource(
            Diaries diaries,
            WhoseVisits whoseVisits,
            NeededVisits needed,
            StaffMembers staff,
            Rooms rooms,
            ClinicTime time,
            Access access) {
        this.diaries = diaries;
        this.whoseVisits = whoseVisits;
        this.needed = needed;
        this.staff = staff;
        this.rooms = rooms;
        this.time = time;
        this.access = access;
    }

    /** A time at which a visit is possible. */
    @Schema(name = "FreeTime")
    record View(
            @Schema(examples = "2026-05-05") LocalDate day,
            Instant start,
            Instant end,
            StaffId clinician,

            @Nullable @Schema(description = "a free one; none where none is needed, or the clinic has none")
            RoomId room,

            @Schema(description = "whether the patient comes on that day anyway")
            boolean comesAnyway) {

        private static View of(FreeTimes.FreeTime free) {
            var wish = free.wish();
            return new View(
                    wish.when().day(),
                    wish.when().startsAt(),
                    wish.when().endsAt(),
                    wish.clinician(),
                    wish.room(),
                    free.fromOther() != null);
        }
    }

    @GET
    @Transactional
    @Operation(
            summary = "Times at which a visit is possible, the best first; twenty at most, three of a clinician's day",
            description =
                    "Days on which the patient comes anyway are first, then what is soonest. The clinician works and"
                            + " is there, the patient can come, nobody and no room is taken, and the clinic is open. Where nobody"
                            + " said hours, from eight to six.")
    public List<View> read(
            PatientId patient,
            @QueryParam("clinician")
                    @Parameter(description = "whose time; one to five")
                    @NotNull
                    @Size(min = 1, max = 5)
                    List<StaffId> clinicians,
            @QueryParam("minutes") @DefaultValue("60") @Min(5) @Max(480) int minutes,
            @QueryParam("from") @Parameter(description = "the first day; today unless said") @Nullable LocalDate from,
            @QueryParam("to") @Parameter(description = "the last day; two weeks in all unless said") @Nullable
                    LocalDate to,
            @QueryParam("remote")
                    @Parameter(description = "true where nobody comes in, and no room is needed")
                    @DefaultValue("false")
                    boolean remote) {
        access.to(patient);
        var span = Span.of(from == null ? time.today() : from, to, DAYS_LOOKED_AT)
                .within(DAYS_MAX, VisitRule.FREE_TIMES_OF_SOME_WEEKS);
        var asked = clinicians.stream().distinct().toList();
        staff.requireActive(asked);
        var episode = whoseVisits.on(patient, span.last()).orElse(null);
        if (episode == null) {
            return List.of();
        }
        var some = remote ? List.<RoomId>of() : rooms.smallest();
        var diary = diaries.of(episode, asked, some, span.first(), span.last());
        return new FreeTimes(diary, episode, needed.inAftercare(episode.id()), asked, some, time)
                .best(minutes, span.first(), span.last()).stream().map(View::of).toList();
    }
}
