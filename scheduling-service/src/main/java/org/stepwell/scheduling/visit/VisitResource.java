package org.stepwell.scheduling.visit;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.code.Modality;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.SessionId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.platform.access.Access;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.scheduling.calendar.ClinicTime;
import org.stepwell.scheduling.session.SessionView;
import org.stepwell.scheduling.session.ShownSessions;

/** The visits of a patient alone: what the plan, or what follows it, asks for, and what is booked. */
@Path("patients/{patient}/visits")
@Produces(MediaType.APPLICATION_JSON)
class VisitResource {

    private static final int DAYS_SHOWN = 21;
    private static final int DAYS_MAX = 91;

    private final Tallies tallies;
    private final BookVisits bookVisits;
    private final WhoseVisits whoseVisits;
    private final ShownSessions shown;
    private final ClinicTime time;
    private final Access access;

    VisitResource(
            Tallies tallies,
            BookVisits bookVisits,
            WhoseVisits whoseVisits,
            ShownSessions shown,
            ClinicTime time,
            Access access) {
        this.tallies = tallies;
        this.bookVisits = bookVisits;
        this.whoseVisits = whoseVisits;
        this.shown = shown;
        this.time = time;
        this.access = access;
    }

    /** A patient's visits. */
    @Schema(name = "PatientVisits")
    record View(
            PatientId patient,
            @Nullable EpisodeId episode,
            @Schema(examples = "2026-05-04") LocalDate from,
            @Schema(examples = "2026-05-24") LocalDate through,
            List<Needed> needed,

            @Schema(description = "that the plan does not ask for")
            List<SessionView> besides) {}

    /** What the plan asks for in some weeks, and what of it is booked. */
    @Schema(name = "NeededVisits")
    record Needed(
            AskedBy askedBy,
            Modality modality,
            @Schema(examples = "60") int minutes,
            @Schema(examples = "1") int times,

            @Nullable @Schema(description = "whom the plan names")
            StaffId clinician,

            @Schema(examples = "2026-05-04") LocalDate from,
            @Schema(examples = "2026-05-10") LocalDate through,
            List<SessionView> booked,

            @Schema(examples = "1", description = "how many are not booked yet, or were missed")
            int missing) {

        private static Needed of(Tally.Line line, Map<SessionId, SessionView> views) {
            var need = line.turn().need();
            return new Needed(
                    need.askedBy(),
                    need.modality(),
                    need.minutes(),
                    need.times(),
                    need.clinician(),
                    line.turn().from(),
                    line.turn().through(),
                    sorted(line.visits(), views),
                    line.missing());
        }
    }

    /** What was booked. */
    @Schema(name = "BookedVisits")
    record Booked(
            List<SessionView> visits,

            @Schema(description = "days of the series on which the clinic is closed")
            List<LocalDate> leftOut) {}

    @GET
    @Transactional
    @Guard(Policy.CARE_TEAM_READS)
    @Operation(
            summary = "The visits that a patient's plan asks for in some weeks, which are booked, and which are not",
            description =
                    "A visit that the patient missed is needed again. After the last day aftercare asks for them.")
    public View read(
            PatientId patient,
            @QueryParam("from") @Parameter(description = "the first day; of this week unless said") @Nullable
                    LocalDate from,
            @QueryParam("to") @Parameter(description = "the last day; three weeks in all unless said") @Nullable
                    LocalDate to) {
        access.to(patient);
        var span = Span.of(from == null ? time.weekStart(time.today()) : from, to, DAYS_SHOWN)
                .within(DAYS_MAX, VisitRule.VISITS_OF_SOME_WEEKS);
        var episode = whoseVisits.on(patient, span.last()).orElse(null);
        if (episode == null) {
            return new View(patient, null, span.first(), span.last(), List.of(), List.of());
        }
        var tally = tallies.of(episode, span.first(), span.last());
        var views = shown.of(
                Stream.concat(tally.lines().stream().flatMap(line -> line.visits().stream()), tally.besides().stream())
                        .map(Visit::session)
                        .toList());
        return new View(
                patient,
                episode.id(),
                span.first(),
                span.last(),
                tally.lines().stream().map(line -> Needed.of(line, views)).toList(),
                sorted(tally.besides(), views));
    }

    @POST
    @Transactional
    @ResponseStatus(201)
    @Guard(Policy.COORDINATORS_SEAT)
    @Operation(
            summary = "Book a visit, or one a week: all of them, or none",
            description = "It is a session from then on: moved, cancelled, attended and closed as those of groups are.")
    @APIResponseSchema(value = Booked.class, responseCode = "201")
    public Booked book(PatientId patient, @NotNull @Valid VisitForm form) {
        access.to(patient);
        var booked = bookVisits.book(patient, form, time.now());
        var views = shown.of(booked.sessions()).values().stream()
                .sorted(Comparator.comparing(SessionView::start))
                .toList();
        return new Booked(views, booked.leftOut());
    }

    private static List<SessionView> sorted(List<Visit> visits, Map<SessionId, SessionView> views) {
        return visits.stream()
                .map(visit -> Objects.requireNonNull(views.get(visit.session())))
                .sorted(Comparator.comparing(SessionView::start))
                .toList();
    }
}
