package org.stepwell.enrollment.document;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.DocumentId;
import org.stepwell.platform.access.Access;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.NotDisclosed;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.access.StepUp;
import org.stepwell.platform.clinic.ClinicContext;
import org.stepwell.platform.http.Answers;

/** One paper: what it is, its pages, and how it leaves the chart. */
@Path("documents/{document}")
class DocumentResource {

    private static final String PDF = "application/pdf";
    private static final String JPEG = "image/jpeg";
    private static final String PNG = "image/png";

    private final Documents documents;
    private final Archive archive;
    private final ShownDocuments shown;
    private final Access access;
    private final Clock clock;

    DocumentResource(Documents documents, Archive archive, ShownDocuments shown, Access access, Clock clock) {
        this.documents = documents;
        this.archive = archive;
        this.shown = shown;
        this.access = access;
        this.clock = clock;
    }

    @Schema(name = "DocumentRemovalForm")
    record RemovalForm(
            @Schema(examples = "ANOTHER_PATIENTS") @NotNull Document.Reason reason,

            @Schema(examples = "It is her brother's.") @Nullable @Size(max = 1_000)
            String words) {}

    @Schema(name = "DocumentErasureForm")
    record ErasureForm(
            @Schema(
                    description = "why it may be destroyed, and what became of it",
                    examples = "Sent back to the court.")
            @NotBlank
            @Size(max = 1_000)
            String words) {}

    @GET
    @Transactional
    @Guard(Policy.CARE_TEAM_READS)
    @Operation(summary = "What a document is, and when it came")
    public RestResponse<DocumentView> read(DocumentId document) {
        var found = documents.of(document);
        access.to(found.patient());
        return show(found);
    }

    @GET
    @Path("pages")
    @Produces({PDF, JPEG, PNG})
    @Transactional
    @StepUp(patientsToo = false)
    @Guard(Policy.CARE_TEAM_READS)
    @NotDisclosed("for the team that treats the patient")
    @Operation(
            summary = "The pages of a document, to be saved",
            description = "The name it is saved under says what it is and names nobody. Staff give a second factor.")
    @APIResponse(
            responseCode = "200",
            description = "the file as it came",
            content = {
                @Content(mediaType = PDF, schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = JPEG, schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = PNG, schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    public Response pages(DocumentId document) {
        var found = documents.of(document);
        access.to(found.patient());
        found.mustBeReadable(shown.decides());
        return Response.ok(archive.pagesOf(document))
                .header(HttpHeaders.CONTENT_TYPE, found.type().mediaType())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"%s\"".formatted(found.kind().fileName(found.type())))
                .build();
    }

    @POST
    @Path("removal")
    @Transactional
    @Guard(Policy.INTAKE_ENROLLS)
    @Operation(
            summary = "Take a document out of the chart, with a reason",
            description = "It is kept, and read by the privacy officer only, until they have it erased.")
    public RestResponse<DocumentView> remove(DocumentId document, @NotNull @Valid RemovalForm form) {
        var found = changed(document);
        found.remove(
                form.reason(),
                shown.sealIfSaid(ShownDocuments.REMOVAL, document, form.words()),
                actor(),
                clock.instant());
        return show(found);
    }

    @POST
    @Path("erasure")
    @Transactional
    @Guard(Policy.PRIVACY_OFFICER_DECIDES)
    @Operation(
            summary = "Destroy the pages of a document that was removed",
            description = "That it was here, and why it is not, stays.")
    public RestResponse<DocumentView> erase(DocumentId document, @NotNull @Valid ErasureForm form) {
        var found = changed(document);
        found.erase(shown.seal(ShownDocuments.ERASURE, document, form.words()), actor(), clock.instant());
        archive.destroy(found);
        return show(found);
    }

    private Document changed(DocumentId document) {
        var found = documents.lockedOf(document);
        access.to(found.patient());
        return found;
    }

    private static String actor() {
        return ClinicContext.current().orElseThrow().actor();
    }

    private RestResponse<DocumentView> show(Document document) {
        documents.flush();
        return Answers.versioned(shown.view(document), document.version());
    }
}
