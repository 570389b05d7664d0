package org.stepwell.scheduling.makeup;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.SessionId;
import org.stepwell.contracts.scheduling.SchedulingFact.WeekMeasured.RulesOf;
import org.stepwell.platform.access.Access;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.problem.FieldError;
import org.stepwell.platform.problem.Refusal;
import org.stepwell.scheduling.calendar.ClinicTime;
import org.stepwell.scheduling.fidelity.PatientWeeks;
import org.stepwell.scheduling.fidelity.WeekView;
import org.stepwell.scheduling.session.GiveSeat;
import org.stepwell.scheduling.session.HoldSession;
import org.stepwell.scheduling.session.MissedSessions;
import org.stepwell.scheduling.session.SessionView;
import org.stepwell.scheduling.session.ShownSessions;

/** What could make up for what a week lacks, and taking it in one go. */
@Path("patients/{patient}/weeks/{weekStart}/make-ups")
@Guard(Policy.PATIENT_DECIDES)
class MakeUpResource {

    private static final int SHOWN = 5;
    private static final int LAST_DAY = 6;

    private final PatientWeeks weeks;
    private final MissedSessions missed;
    private final ShownSessions shown;
    private final HoldSession sessions;
    private final GiveSeat giveSeat;
    private final TakenSeats takenSeats;
    private final ClinicTime time;
    private final Access access;

    MakeUpResource(
            PatientWeeks weeks,
            MissedSessions missed,
            ShownSessions shown,
            HoldSession sessions,
            GiveSeat giveSeat,
            TakenSeats takenSeats,
            ClinicTime time,
            Access access) {
        this.weeks = weeks;
        this.missed = missed;
        this.shown = shown;
        this.sessions = sessions;
        this.giveSeat = giveSeat;
        this.takenSeats = takenSeats;
        this.time = time;
        this.access = access;
    }

    /** A session of a proposal, and for which missed one it would be. */
    @Schema(name = "MakeUpSeat")
    record Place(
            SessionView session,

            @Nullable @Schema(description = "missing where the week simply lacks a session")
            SessionId makesUpFor) {}

    /** A way to restore a week: all of its sessions together. */
    @Schema(name = "MakeUpProposal")
    record Proposal(
            List<Place> sessions,

            @Schema(
                    description =
                            "under which rule sets the week would have what it needs; all of them where that is possible")
            Set<RulesOf> enoughFor,

            @Schema(examples = "540", description = "that the week would have for the program")
            int minutes,

            @Schema(examples = "3") int days,
            @Schema(examples = "100") int groupSharePercent) {}

    /** The sessions of the proposal that is taken. */
    @Schema(name = "MakeUpAcceptance")
    record Form(@NotEmpty @Size(max = 3) Set<@NotNull SessionId> sessions) {}

    @GET
    @Transactional
    @Operation(
            summary = "Sessions with a place that would restore the week, the best way first",
            description =
                    "As few as possible, of the own track if possible, soon. At hours at which the patient can come,"
                            + " within what the payer approved. What is enough for the program and for the payer, where"
                            + " anything is. None where the week needs none, or nothing restores it.")
    public List<Proposal> read(PatientId patient, LocalDate weekStart) {
        access.to(patient);
        var ways = weeks.ways(patient, weekStart, SHOWN);
        if (ways.isEmpty()) {
            return List.of();
        }
        var views = shown.of(
                ways.stream().flatMap(way -> way.sessions().stream()).distinct().toList());
        var instead = missed(ways.getFirst().episode(), weekStart);
        return ways.stream()
                .map(way -> new Proposal(
                        places(way.sessions(), views, instead),
                        way.enoughFor(),
                        way.then().minutes() + way.then().plannedMinutes(),
                        way.then().days(),
                        way.then().groupSharePercent()))
                .toList();
    }

    @POST
    @Transactional
    @ResponseStatus(201)
    @Operation(
            summary = "Take the sessions of a proposal: all of them, or none",
            description = "Each makes up for a missed one, in the order they were, as far as there are any.")
    public WeekView accept(PatientId patient, LocalDate weekStart, @NotNull @Valid Form form) {
        access.to(patient);
        var week = weeks.held(patient, weekStart, form.sessions());
        if (!week.lacks()) {
            throw new Refusal(MakeUpRule.NOTHING_TO_MAKE_UP, "It has, or will have, what it needs.");
        }
        var held = form.sessions().stream()
                .sorted(Comparator.comparing(SessionId::value))
                .map(sessions::lockedOf)
                .sorted(Comparator.comparing(session -> session.startsAt()))
                .toList();
        var instead = missed(week.episode(), weekStart);
        for (int place = 0; place < held.size(); place++) {
            var session = held.get(place);
            if (session.day().isBefore(weekStart) || session.day().isAfter(weekStart.plusDays(LAST_DAY))) {
                throw new Refusal(
                        MakeUpRule.MADE_UP_IN_THE_SAME_WEEK,
                        "One is on %s.".formatted(session.day()),
                        List.of(new FieldError("/sessions", "sessions of the week")));
            }
            if (!session.startsAt().isAfter(time.now())) {
                throw new Refusal(
                        MakeUpRule.MADE_UP_AHEAD,
                        "One began at %s. Look at the proposals again.".formatted(session.startsAt()),
                        List.of(new FieldError("/sessions", "sessions that are still to begin")));
            }
            giveSeat.give(session, patient, week.episode(), place < instead.size() ? instead.get(place) : null);
        }
        if (!week.restored()) { // last, because whatever else is wrong says more
            throw new Refusal(
                    MakeUpRule.SESSIONS_OF_A_PROPOSAL,
                    "Look at the proposals again: these are not what the week needs, or the payer approved less.",
                    List.of(new FieldError("/sessions", "the sessions of one proposal")));
        }
        if (access.byPatient()) {
            takenSeats.tell(held);
        }
        return weeks.of(patient, weekStart);
    }

    private List<SessionId> missed(EpisodeId episode, LocalDate weekStart) {
        return missed.of(episode, weekStart, weekStart.plusDays(LAST_DAY));
    }

    private static List<Place> places(
            List<SessionId> sessions, Map<SessionId, SessionView> views, List<SessionId> instead) {
        return IntStream.range(0, sessions.size())
                .mapToObj(place -> new Place(
                        Objects.requireNonNull(views.get(sessions.get(place))),
                        place < instead.size() ? instead.get(place) : null))
                .toList();
    }
}
