package org.stepwell.enrollment.reporting;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.platform.access.Access;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.http.Answers;
import org.stepwell.platform.http.IfMatch;

/** What is asked about one episode for the state's report, at admission and once more at discharge. */
@Path("episodes/{episode}/teds")
class EpisodeTedsResource {

    private final Stays stays;
    private final TedsRecords records;
    private final RecordAnswers recordAnswers;
    private final Tables tables;
    private final Access access;

    EpisodeTedsResource(Stays stays, TedsRecords records, RecordAnswers recordAnswers, Tables tables, Access access) {
        this.stays = stays;
        this.records = records;
        this.recordAnswers = recordAnswers;
        this.tables = tables;
        this.access = access;
    }

    @Schema(name = "TedsAdmissionForm")
    record AdmissionForm(
            @Schema(
                    examples = "{\"GENDER\": 2, \"EMPLOY\": 1, \"SUB1\": 2, \"FREQ1\": 30, \"FRSTUSE1\": 16}",
                    description = "by the fields of GET teds/codes; -9 for unknown, and left out where nobody asked")
            @NotNull
            @Size(max = 100)
            Map<@NotBlank String, @NotNull Integer> answers) {}

    @Schema(name = "TedsDischargeForm")
    record DischargeForm(
            @Schema(
                    examples = "{\"EMPLOY_D\": 1, \"SUB1_D\": 2, \"FREQ1_D\": 0}",
                    description =
                            "by the fields of GET teds/codes; left out where nobody could ask, such as a drop-out:"
                                    + " then those of admission stand in and say so")
            @Nullable
            @Size(max = 100)
            Map<@NotBlank String, @NotNull Integer> answers) {}

    @Schema(name = "TedsRecords")
    record View(
            EpisodeId episode,
            @Nullable RecordView admission,
            @Nullable RecordView discharge) {}

    @Schema(name = "TedsRecord")
    record RecordView(
            @Schema(description = "what was asked, as a form takes it back")
            Map<String, Integer> answers,

            @Schema(
                    examples = "{\"AGE\": 38, \"DAYWAIT\": 4, \"SERVICES\": 6}",
                    description = "what follows from the episode")
            Map<String, Integer> derived,

            @Schema(description = "taken from admission, because nobody could ask")
            boolean imputed,

            @Schema(examples = "0") int version,

            @Schema(examples = "intake:019a0000-0000-7000-8000-0000000000c2")
            String recordedBy,

            Instant recordedAt) {}

    @GET
    @Transactional
    @Guard(Policy.CARE_TEAM_READS)
    @Operation(summary = "What was answered for the state's report, at admission and at discharge")
    public View read(EpisodeId episode) {
        access.to(stays.of(episode).patient());
        return new View(
                episode,
                records.find(episode, Moment.ADMISSION).map(this::view).orElse(null),
                records.find(episode, Moment.DISCHARGE).map(this::view).orElse(null));
    }

    @PUT
    @Path("admission")
    @Transactional
    @Guard(Policy.INTAKE_ENROLLS)
    @Operation(summary = "Record what was answered at admission; corrections with If-Match")
    public RestResponse<RecordView> admission(
            EpisodeId episode, @HeaderParam("If-Match") @Nullable IfMatch version, @NotNull @Valid AdmissionForm form) {
        var stay = stays.of(episode);
        access.to(stay.patient());
        return show(recordAnswers.atAdmission(stay, new TedsAnswers(form.answers()), version));
    }

    @PUT
    @Path("discharge")
    @Transactional
    @Guard(Policy.CARE_TEAM_TREATS)
    @Operation(summary = "Record what was answered at discharge; corrections with If-Match")
    public RestResponse<RecordView> discharge(
            EpisodeId episode, @HeaderParam("If-Match") @Nullable IfMatch version, @NotNull @Valid DischargeForm form) {
        var stay = stays.of(episode);
        access.to(stay.patient());
        var asked = form.answers() == null ? null : new TedsAnswers(form.answers());
        return show(recordAnswers.atDischarge(stay, asked, version));
    }

    private RestResponse<RecordView> show(TedsRecord record) {
        return Answers.versioned(view(record), record.version());
    }

    private RecordView view(TedsRecord record) {
        var answers = records.open(record);
        return new RecordView(
                answers.only(tables.codes()::asks).values(),
                answers.only(field -> !tables.codes().asks(field)).values(),
                record.imputed(),
                record.version(),
                record.recordedBy(),
                record.recordedAt());
    }
}
