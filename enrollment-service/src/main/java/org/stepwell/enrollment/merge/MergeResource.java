package org.stepwell.enrollment.merge;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.enrollment.patient.CloseDuplicate;
import org.stepwell.enrollment.patient.Patients;
import org.stepwell.platform.access.Access;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.clinic.ClinicContext;
import org.stepwell.platform.http.IfMatch;
import org.stepwell.platform.http.Page;
import org.stepwell.platform.http.PageRequest;

/** Two records of one person become one. */
@Path("patients/{patient}/merges")
class MergeResource {

    private final CloseDuplicate closing;
    private final LookAtRecords looking;
    private final Merges merges;
    private final Patients patients;
    private final Access access;
    private final Clock clock;

    MergeResource(
            CloseDuplicate closing,
            LookAtRecords looking,
            Merges merges,
            Patients patients,
            Access access,
            Clock clock) {
        this.closing = closing;
        this.looking = looking;
        this.merges = merges;
        this.patients = patients;
        this.access = access;
        this.clock = clock;
    }

    @Schema(name = "PatientMergeForm")
    record Form(
            @Schema(description = "the record that was made by mistake; the one in the path goes on") @NotNull
            PatientId duplicate,

            @Schema(
                    description = "the version of the duplicate that was looked at, as its ETag names it",
                    examples = "0")
            @NotNull
            @Min(0)
            Integer duplicateVersion,

            @Schema(
                    description = "how it is known that both are one person",
                    examples = "She showed both names on her marriage certificate.")
            @NotBlank
            @Size(max = 1_000)
            String words) {}

    /** A record that was merged, as it was when somebody took it for another person. */
    @Schema(name = "PatientMerge")
    record View(
            PatientId patient,
            PatientId duplicate,
            @Schema(examples = "Maya") String givenName,
            @Schema(examples = "Lindkvist") String familyName,
            @Schema(examples = "1991-04-12") LocalDate birthDate,

            @Schema(examples = "She showed both names on her marriage certificate.")
            String words,

            @Schema(examples = "privacy-officer:019a0000-0000-7000-8000-0000000000c5")
            String mergedBy,

            Instant mergedAt) {}

    @POST
    @Transactional
    @Guard(Policy.PRIVACY_OFFICER_DECIDES)
    @Operation(
            summary = "Merge a duplicate into this record, for good",
            description =
                    "What the duplicate holds is found here from now on, in all services. Only where nobody was in care"
                            + " under it, and no consent or account stands: what is refused says what to do first. If-Match"
                            + " is this record's version.")
    public RestResponse<View> merge(
            PatientId patient, @HeaderParam("If-Match") @Nullable IfMatch version, @NotNull @Valid Form form) {
        access.to(patient);
        patients.mustAllBeKnown(List.of(form.duplicate()), "/duplicate");
        access.to(form.duplicate());
        var locked = closing.lock(patient, form.duplicate());
        IfMatch.require(version, locked.survivor());
        IfMatch.require(new IfMatch(IfMatch.etag(form.duplicateVersion())), locked.duplicate());
        looking.look(patient, form.duplicate()).mustBeMergeable();
        var merge = new Merges.Merge(
                patient,
                form.duplicate(),
                form.words(),
                ClinicContext.current().orElseThrow().actor(),
                clock.instant());
        closing.close(patient, form.duplicate(), merge.at());
        merges.add(merge);
        return RestResponse.ok(view(merge));
    }

    @GET
    @Transactional
    @Guard(Policy.CARE_TEAM_READS)
    @Operation(summary = "Which records were merged into this one, and why")
    public RestResponse<Page<View>> list(PatientId patient, @Valid @BeanParam PageRequest page, @Context UriInfo uri) {
        access.to(patient);
        return Page.of(merges.page(patient, page), page, this::view, Merges.Merge::duplicate, uri);
    }

    private View view(Merges.Merge merge) {
        var was = patients.view(merge.duplicate());
        return new View(
                merge.survivor(),
                merge.duplicate(),
                was.givenName(),
                was.familyName(),
                was.birthDate(),
                merge.words(),
                merge.by(),
                merge.at());
    }
}
