package org.stepwell.enrollment.reporting;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.code.DataCategory;
import org.stepwell.contracts.id.AuthorityId;
import org.stepwell.platform.access.Access;
import org.stepwell.platform.access.Caller;
import org.stepwell.platform.access.Discloses;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.access.StepUp;
import org.stepwell.platform.clinic.ClinicDirectory;
import org.stepwell.platform.http.Page;
import org.stepwell.platform.http.PageRequest;

/** The state's report: its codes, what it lacks, and the records that leave. */
@Path("teds")
class TedsResource {

    private final Tables tables;
    private final OpenReports open;
    private final MakeExtract makeExtract;
    private final ClinicDirectory clinics;
    private final Access access;
    private final Caller caller;
    private final Clock clock;

    TedsResource(
            Tables tables,
            OpenReports open,
            MakeExtract makeExtract,
            ClinicDirectory clinics,
            Access access,
            Caller caller,
            Clock clock) {
        this.tables = tables;
        this.open = open;
        this.makeExtract = makeExtract;
        this.clinics = clinics;
        this.access = access;
        this.caller = caller;
        this.clock = clock;
    }

    @Schema(name = "TedsCodes")
    record CodesView(
            @Schema(examples = "example-state", description = "whose codes extracts for the state are told in")
            String stateTable,

            List<FieldView> fields) {}

    @Schema(name = "TedsField")
    record FieldView(
            @Schema(examples = "FREQ1") String name,
            @Schema(examples = "ADMISSION") Moment moment,

            @Schema(examples = "COUNT", description = "CODE: answer a code. COUNT: answer the number that is asked for")
            TedsField.Ask ask,

            @Schema(examples = "days of use in the past 30 days") @Nullable
            String question,

            @Schema(examples = "not if SUB1=1") @Nullable String condition,
            List<CodeView> codes) {

        static FieldView of(TedsField field) {
            var condition = field.condition();
            return new FieldView(
                    field.name(),
                    field.moment(),
                    field.ask(),
                    field.question(),
                    condition == null ? null : condition.sentence(),
                    field.codes().stream().map(CodeView::of).toList());
        }
    }

    @Schema(name = "TedsCode")
    record CodeView(
            @Schema(examples = "2") int code,
            @Schema(examples = "Some use") String label,

            @Schema(examples = "1", description = "the least number that is told as this code") @Nullable
            Integer from,

            @Schema(examples = "29") @Nullable Integer to) {

        static CodeView of(TedsField.Code code) {
            return new CodeView(code.code(), code.label(), code.from(), code.to());
        }
    }

    @Schema(name = "TedsExtractForm")
    record ExtractForm(
            @Schema(examples = "ADMISSION", description = "those who came in these days, or those who left") @NotNull
            Moment moment,

            @Schema(examples = "2026-01-01") @NotNull LocalDate from,
            @Schema(examples = "2026-03-31") @NotNull LocalDate to,

            @Schema(description = "the agreement with the state: an authority of the kind AUDIT_AND_EVALUATION")
            @NotNull
            AuthorityId authority,

            @Schema(examples = "STATE") @NotNull CodeSet codes,
            @Schema(examples = "CSV") @NotNull Lines.Format format) {}

    @GET
    @Path("codes")
    @Guard(Policy.CLINIC_MEMBERS_READ)
    @Operation(summary = "The fields of the state's report, what is asked for each, and its codes")
    public CodesView codes() {
        return new CodesView(
                tables.state().name(),
                Stream.of(Moment.values())
                        .flatMap(moment -> tables.codes().at(moment).stream())
                        .map(FieldView::of)
                        .toList());
    }

    @GET
    @Path("missing")
    @Transactional
    @Guard(Policy.CASELOAD_LISTED)
    @Operation(summary = "What the state's report lacks: admissions without answers, discharges without an interview")
    public RestResponse<Page<OpenReports.Line>> missing(@Valid @BeanParam PageRequest page, @Context UriInfo uri) {
        return Page.of(open.page(access.reach(), page), page, line -> line, OpenReports.Line::id, uri);
    }

    @POST
    @Path("extracts")
    @Produces({Lines.CSV, Lines.JSON_LINES})
    @Transactional
    @StepUp
    @Guard(Policy.PRIVACY_OFFICER_DECIDES)
    @Discloses({
        DataCategory.PRESENCE,
        DataCategory.ASSESSMENT,
        DataCategory.DEMOGRAPHICS,
        DataCategory.DISCHARGE_SUMMARY,
        DataCategory.DIAGNOSIS,
        DataCategory.MEDICATION,
        DataCategory.BILLING
    })
    @Operation(
            summary = "Disclose the records of a period to the state, in its codes or the public-use ones",
            description =
                    "Each patient's ledger says so. Left out, and counted in headers, are those whom the agreement"
                            + " does not open (X-Refused) and those without a record (X-Unrecorded).")
    @APIResponse(
            responseCode = "200",
            description = "the records, a line each: CSV with the fields as columns, or a JSON object",
            content = {
                @Content(
                        mediaType = Lines.CSV,
                        schema =
                                @Schema(
                                        type = SchemaType.STRING,
                                        examples = "CLIENT,EPISODE,ADMITTED,TRANSACTION,SUB1 ...")),
                @Content(
                        mediaType = Lines.JSON_LINES,
                        schema = @Schema(type = SchemaType.STRING, examples = "{\"CLIENT\":\"019a...\",\"SUB1\":2}"))
            })
    public Response extract(@NotNull @Valid ExtractForm form) {
        var today = LocalDate.ofInstant(clock.instant(), clinics.zone());
        var days = Days.past(form.from(), form.to(), today, "/");
        var extract = makeExtract.make(
                new Extract.Wanted(form.moment(), days, form.authority(), form.codes(), form.format()));
        caller.touches(extract.patients()); // the answer is written when the audit's row is
        return Response.ok((StreamingOutput) extract.content()::stream)
                .header(HttpHeaders.CONTENT_TYPE, form.format().mediaType())
                .header("X-Records", extract.records())
                .header("X-Refused", extract.refused())
                .header("X-Unrecorded", extract.unrecorded())
                .build();
    }
}
