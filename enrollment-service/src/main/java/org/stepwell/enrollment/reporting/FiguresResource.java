package org.stepwell.enrollment.reporting;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.stepwell.enrollment.reporting.FiguresViews.CensusView;
import org.stepwell.enrollment.reporting.FiguresViews.CompletionView;
import org.stepwell.enrollment.reporting.FiguresViews.DaysView;
import org.stepwell.enrollment.reporting.FiguresViews.OutcomesView;
import org.stepwell.enrollment.reporting.ReportRows.After;
import org.stepwell.enrollment.reporting.SmallCells.Audience;
import org.stepwell.platform.access.Caller;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.NotDisclosed;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.access.Role;
import org.stepwell.platform.clinic.ClinicDirectory;
import org.stepwell.platform.problem.HttpRule;
import org.stepwell.platform.problem.Refusal;

/** How the clinic does, in figures that name nobody; those about few people are missing in what others get. */
@Path("figures")
@Guard(Policy.FIGURES_READ)
class FiguresResource {

    private static final String NAME_NOBODY = "figures that name nobody; those about few people are missing";

    private final Figures figures;
    private final ReportRows rows;
    private final ReportSettings settings;
    private final ClinicDirectory clinics;
    private final Caller caller;
    private final Clock clock;

    FiguresResource(
            Figures figures,
            ReportRows rows,
            ReportSettings settings,
            ClinicDirectory clinics,
            Caller caller,
            Clock clock) {
        this.figures = figures;
        this.rows = rows;
        this.settings = settings;
        this.clinics = clinics;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @Path("census")
    @Produces({MediaType.APPLICATION_JSON, Lines.CSV})
    @Transactional
    @NotDisclosed(NAME_NOBODY)
    @APIResponse(
            responseCode = "200",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = CensusView.class)),
                @Content(
                        mediaType = Lines.CSV,
                        schema = @Schema(type = SchemaType.STRING, examples = "day,program,track,people ..."))
            })
    @Operation(summary = "Who was in care, by day and track")
    public CensusView census(@NotNull @Valid @BeanParam FiguresWanted wanted) {
        return new CensusView(figures.census(past(wanted), cells(wanted)));
    }

    @GET
    @Path("waiting")
    @Produces({MediaType.APPLICATION_JSON, Lines.CSV})
    @Transactional
    @NotDisclosed(NAME_NOBODY)
    @APIResponse(
            responseCode = "200",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = DaysView.class)),
                @Content(
                        mediaType = Lines.CSV,
                        schema =
                                @Schema(
                                        type = SchemaType.STRING,
                                        examples = "program,track,people,mean,median,ninetiethPercentile ..."))
            })
    @Operation(summary = "Days from waiting to the first day in the program, by track")
    public DaysView waiting(@NotNull @Valid @BeanParam FiguresWanted wanted) {
        return new DaysView(figures.waiting(past(wanted), cells(wanted)));
    }

    @GET
    @Path("stays")
    @Produces({MediaType.APPLICATION_JSON, Lines.CSV})
    @Transactional
    @NotDisclosed(NAME_NOBODY)
    @APIResponse(
            responseCode = "200",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = DaysView.class)),
                @Content(
                        mediaType = Lines.CSV,
                        schema =
                                @Schema(
                                        type = SchemaType.STRING,
                                        examples = "program,track,people,mean,median,ninetiethPercentile ..."))
            })
    @Operation(summary = "Days from the first to the last, by track")
    public DaysView stays(@NotNull @Valid @BeanParam FiguresWanted wanted) {
        return new DaysView(figures.stays(past(wanted), cells(wanted)));
    }

    @GET
    @Path("completion")
    @Produces({MediaType.APPLICATION_JSON, Lines.CSV})
    @Transactional
    @NotDisclosed(NAME_NOBODY)
    @APIResponse(
            responseCode = "200",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = CompletionView.class)),
                @Content(
                        mediaType = Lines.CSV,
                        schema =
                                @Schema(
                                        type = SchemaType.STRING,
                                        examples = "program,track,people,completed,percent ..."))
            })
    @Operation(summary = "Who completed, of those who left, by track")
    public CompletionView completion(@NotNull @Valid @BeanParam FiguresWanted wanted) {
        return new CompletionView(figures.completion(past(wanted), cells(wanted)));
    }

    @GET
    @Path("outcomes")
    @Produces({MediaType.APPLICATION_JSON, Lines.CSV})
    @Transactional
    @NotDisclosed(NAME_NOBODY)
    @APIResponse(
            responseCode = "200",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = OutcomesView.class)),
                @Content(
                        mediaType = Lines.CSV,
                        schema =
                                @Schema(
                                        type = SchemaType.STRING,
                                        examples =
                                                "outcome,table,people,imputed,admissionPercent,dischargePercent,change ..."))
            })
    @Operation(
            summary = "National outcome measures: the same people at admission and at discharge, and how it changed",
            description =
                    "Of those who left in these days and answered both times; how many answers were imputed is told. As CSV,"
                            + " without the retention, which is what stays tell.")
    public OutcomesView outcomes(@NotNull @Valid @BeanParam FiguresWanted wanted) {
        var days = past(wanted);
        var cells = cells(wanted);
        var changes = changes(days).stream().map(change -> change.view(cells)).toList();
        return new OutcomesView(changes, figures.stays(days, cells));
    }

    private List<Change> changes(Days days) {
        var changes = Arrays.stream(Outcome.values()).map(Change::new).toList();
        var page = rows.pairs(days, After.nothing(days));
        while (!page.isEmpty()) {
            page.forEach(pair -> changes.forEach(change -> change.count(pair)));
            var last = page.getLast().stay();
            page = rows.pairs(days, After.of(last.ended().lastDay(), last.episode()));
        }
        return changes;
    }

    private Days past(FiguresWanted wanted) {
        return Days.past(wanted.from(), wanted.to(), LocalDate.ofInstant(clock.instant(), clinics.zone()), "");
    }

    /** Auditors are others, whatever they say. */
    private SmallCells cells(FiguresWanted wanted) {
        if (wanted.audience() == Audience.CLINIC && caller.rolesInPolicy().equals(Set.of(Role.AUDITOR))) {
            throw new Refusal(HttpRule.NOT_ALLOWED, "Small figures are for those who answer for the clinic.");
        }
        return SmallCells.of(wanted.audience(), settings.smallCellsBelow());
    }
}
