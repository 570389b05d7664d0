package org.stepwell.therapy.measuredue;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.ProgramId;
import org.stepwell.instruments.Instruments;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.http.Answers;
import org.stepwell.platform.http.IfMatch;
import org.stepwell.therapy.roster.Programs;
import org.stepwell.therapy.safety.SuicideScreens;

/** Which questionnaires a program asks for, and when. */
@Path("programs/{program}/measure-schedule")
class ScheduleResource {

    /** Asked face to face, or rated by what is seen: nobody answers them for themselves. */
    private static final Set<String> RATED_BY_STAFF =
            Set.of(SuicideScreens.WHOLE, SuicideScreens.SINCE_LAST_CONTACT, "CIWA-Ar", "COWS");

    private final MeasureSchedules schedules;
    private final MeasuresDue due;
    private final Programs programs;
    private final Instruments instruments;
    private final Clock clock;

    ScheduleResource(
            MeasureSchedules schedules, MeasuresDue due, Programs programs, Instruments instruments, Clock clock) {
        this.schedules = schedules;
        this.due = due;
        this.programs = programs;
        this.instruments = instruments;
        this.clock = clock;
    }

    /** What a program asks for. */
    @Schema(name = "MeasureScheduleForm")
    record ScheduleForm(
            @Schema(description = "empty where nothing is asked by the calendar") @NotNull @Size(max = 30)
            List<@NotNull @Valid ScheduleLine> lines) {}

    /** What a program asks for, or what the house does. */
    @Schema(name = "MeasureSchedule")
    record ScheduleView(
            ProgramId program,

            @Schema(examples = "2", description = "what If-Match names; 0 while it is the house's schedule")
            int version,

            List<ScheduleLine> lines) {}

    @GET
    @Transactional
    @Guard(Policy.CLINIC_MEMBERS_READ)
    @Operation(
            summary = "Read which questionnaires a program asks for, and when",
            description =
                    "C-SSRS-SLC, the questions since the last contact, is asked of those alone of whom a suicide screener ever"
                            + " found something.")
    public RestResponse<ScheduleView> read(ProgramId program) {
        programs.mustKnow(program);
        var own = schedules.of(program);
        int version = own.map(MeasureSchedules.Own::version).orElse(0);
        var lines = own.map(MeasureSchedules.Own::schedule)
                .orElse(schedules.house())
                .lines();
        return Answers.versioned(new ScheduleView(program, version, lines), version);
    }

    @PUT
    @Transactional
    @Guard(Policy.ADMINISTRATORS_SET_UP)
    @Operation(
            summary = "Set which questionnaires a program asks for, and when",
            description =
                    "It holds for whoever is in the program now, from the next day that falls due; from the second time"
                            + " on with If-Match.")
    public RestResponse<ScheduleView> set(
            ProgramId program, @HeaderParam("If-Match") @Nullable IfMatch version, @NotNull @Valid ScheduleForm form) {
        programs.mustKnow(program);
        mustBeHere(form.lines());
        var own = schedules.of(program);
        own.ifPresent(before -> IfMatch.require(version, before.version()));
        int next = own.map(MeasureSchedules.Own::version).orElse(0) + 1;
        schedules.set(program, next, form.lines(), clock.instant());
        due.changed(program);
        return Answers.versioned(new ScheduleView(program, next, form.lines()), next);
    }

    private void mustBeHere(List<ScheduleLine> lines) {
        var seen = new HashSet<String>();
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            var place = "/lines/" + i;
            if (instruments.find(line.instrument()).isEmpty()) {
                throw MeasureDueRule.SCHEDULE_ASKS_WHAT_IS_HERE.at(
                        place + "/instrument", "There is no such questionnaire here; GET instruments lists them.");
            }
            if (!seen.add(line.instrument())) {
                throw MeasureDueRule.SCHEDULE_ASKS_WHAT_IS_HERE.at(
                        place + "/instrument",
                        "%s is asked twice; put its occasions together.".formatted(line.instrument()));
            }
            if (line.occasions().contains(Occasion.SUICIDE_ITEM)) {
                throw MeasureDueRule.SCHEDULE_ASKS_WHAT_IS_HERE.at(
                        place + "/occasions", "SUICIDE_ITEM asks by itself; leave it out.");
            }
            if (line.asks() == Asks.PATIENT && RATED_BY_STAFF.contains(line.instrument())) {
                throw MeasureDueRule.STAFF_RATE_WHAT_STAFF_RATE.at(
                        place + "/asks", "%s is asked of STAFF.".formatted(line.instrument()));
            }
        }
    }
}
