package org.stepwell.scheduling.visit;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.code.Modality;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.http.Page;
import org.stepwell.platform.http.PageRequest;
import org.stepwell.scheduling.calendar.ClinicTime;
import org.stepwell.scheduling.columns.Columns;
import org.stepwell.scheduling.enrolled.Episode;
import org.stepwell.scheduling.enrolled.Episodes;

/** Who lacks a visit. */
@Path("visits/missing")
class MissingVisitResource {

    private static final int DAYS_IN_WEEK = 7;
    private static final int LONGEST_TURN_WEEKS = 12;

    /** Whoever is in the program in a week, or in aftercare, with needs; what a week touches is counted afterwards. */
    private static final String WITH_NEEDS = """
            select distinct e.id from visit_need n
            join episode e on e.clinic_id = n.clinic_id and e.id = n.episode_id
              and e.starts_on <= ? and (n.asked_by = 'AFTERCARE' or e.last_day is null or e.last_day >= ?)
            where n.clinic_id = platform.current_clinic() and (n.last_day is null or n.last_day >= ?) and n.episode_id > ?
            order by e.id
            """;

    private final Tallies tallies;
    private final Episodes episodes;
    private final ClinicTime time;
    private final Sql sql;

    MissingVisitResource(Tallies tallies, Episodes episodes, ClinicTime time, Sql sql) {
        this.tallies = tallies;
        this.episodes = episodes;
        this.time = time;
        this.sql = sql;
    }

    /** Somebody whose visits are not all booked. */
    @Schema(name = "MissingVisits")
    record View(PatientId patient, EpisodeId episode, List<Missing> missing) {

        private static View of(Episode episode, Tally tally) {
            return new View(
                    episode.patient(),
                    episode.id(),
                    tally.lines().stream()
                            .filter(line -> line.missing() > 0)
                            .map(Missing::of)
                            .toList());
        }
    }

    /** What is not booked, or was missed, and until when it can be. */
    @Schema(name = "MissingVisit")
    record Missing(
            AskedBy askedBy,
            Modality modality,
            @Schema(examples = "60") int minutes,
            @Nullable StaffId clinician,
            @Schema(examples = "2026-05-10") LocalDate by,

            @Schema(examples = "1", description = "how many")
            int times) {

        private static Missing of(Tally.Line line) {
            var need = line.turn().need();
            return new Missing(
                    need.askedBy(),
                    need.modality(),
                    need.minutes(),
                    need.clinician(),
                    line.turn().through(),
                    line.missing());
        }
    }

    @GET
    @Transactional
    @Guard(Policy.COORDINATORS_SEAT)
    @Operation(
            summary = "Whose visits of a week are not all booked",
            description = "What is wanted once in several weeks is in each of them, until it is booked.")
    public RestResponse<Page<View>> list(
            @QueryParam("on") @Parameter(description = "a day of the week; today unless said") @Nullable LocalDate on,
            @Valid @BeanParam PageRequest page,
            @Context UriInfo uri) {
        var first = time.weekStart(on == null ? time.today() : on);
        var last = first.plusDays(DAYS_IN_WEEK - 1);
        var found = tallies.of(withNeeds(first, last, page), first, last).entrySet().stream()
                .map(one -> View.of(one.getKey(), one.getValue()))
                .filter(one -> !one.missing().isEmpty())
                .limit(page.fetch())
                .toList();
        return Page.of(found, page, view -> view, View::episode, uri);
    }

    /** In the order of their ids, as the database has it. A need may go on for as long as a turn has weeks after its last day. */
    private List<Episode> withNeeds(LocalDate first, LocalDate last, PageRequest page) {
        var ids = sql.list(
                WITH_NEEDS,
                row -> Columns.id(row, "id", EpisodeId::new),
                last,
                first,
                first.minusWeeks(LONGEST_TURN_WEEKS),
                page.after());
        var found = episodes.findAll(ids).stream().collect(Collectors.toMap(Episode::id, Function.identity()));
        return ids.stream().map(found::get).filter(Objects::nonNull).toList();
    }
}
