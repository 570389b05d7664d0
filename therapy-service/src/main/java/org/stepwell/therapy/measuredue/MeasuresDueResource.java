package org.stepwell.therapy.measuredue;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.access.Access;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.therapy.roster.Episodes;

/** What is asked in an episode, of the patient and of the staff. */
@Path("episodes/{episode}/measures-due")
@Guard(Policy.CLINICAL_READS)
class MeasuresDueResource {

    private static final int SHOWN_MAX = 100;

    private final AskedMeasures asked;
    private final MeasureCalendars calendars;
    private final MeasureSchedules schedules;
    private final Episodes episodes;
    private final Access access;

    MeasuresDueResource(
            AskedMeasures asked,
            MeasureCalendars calendars,
            MeasureSchedules schedules,
            Episodes episodes,
            Access access) {
        this.asked = asked;
        this.calendars = calendars;
        this.schedules = schedules;
        this.episodes = episodes;
        this.access = access;
    }

    /** What is asked in an episode now, what comes next, and what was asked before. */
    @Schema(name = "MeasuresDue")
    record MeasuresDueView(
            EpisodeId episode,
            PatientId patient,

            @Schema(description = "what nobody answered yet, longest due first")
            List<AskedView> open,

            @Schema(description = "the next of each questionnaire and occasion, soonest first")
            List<ComingView> coming,

            @Schema(description = "the last hundred, newest last")
            List<AskedView> before) {}

    /** What falls due on a day to come. */
    @Schema(name = "MeasureComing")
    record ComingView(@Schema(examples = "PHQ-9") String instrument, Asks asks, Occasion occasion, LocalDate dueOn) {}

    @GET
    @Transactional
    @Operation(
            summary = "Read which questionnaires of an episode are due, which come next, and what became of the others")
    public MeasuresDueView read(EpisodeId episode) {
        var stay = episodes.stay(episode);
        access.to(stay.patient());
        var coming = calendars.findByIdOptional(episode).filter(calendar -> !calendar.isOver()).stream()
                .flatMap(calendar -> calendar.coming(schedules.of(episode)).stream())
                .map(ask -> new ComingView(ask.instrument(), ask.asks(), ask.occasion(), ask.dueOn()))
                .toList();
        return new MeasuresDueView(
                episode,
                stay.patient(),
                asked.open(episode).stream().map(AskedMeasure::view).toList(),
                coming,
                asked.ended(episode, SHOWN_MAX).stream().map(AskedMeasure::view).toList());
    }
}
