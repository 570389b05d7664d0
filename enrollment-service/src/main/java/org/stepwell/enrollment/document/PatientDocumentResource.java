package org.stepwell.enrollment.document;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.DocumentId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.access.Access;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.clinic.ClinicContext;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.platform.http.Answers;
import org.stepwell.platform.http.Page;
import org.stepwell.platform.http.PageRequest;
import org.stepwell.platform.problem.LargeBody;

/** A patient's papers: what comes in, and the list. */
@Path("patients/{patient}/documents")
@Produces(MediaType.APPLICATION_JSON)
class PatientDocumentResource {

    private static final int MEBIBYTES_MAX = 5;

    private final Documents documents;
    private final Archive archive;
    private final ShownDocuments shown;
    private final Access access;
    private final Clock clock;

    PatientDocumentResource(Documents documents, Archive archive, ShownDocuments shown, Access access, Clock clock) {
        this.documents = documents;
        this.archive = archive;
        this.shown = shown;
        this.access = access;
        this.clock = clock;
    }

    @POST
    @Transactional
    @LargeBody(mebibytes = MEBIBYTES_MAX)
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    @Guard(Policy.PATIENT_DECIDES)
    @Operation(
            summary = "File a document: the body is the file, 5 MiB at most",
            description =
                    "A PDF, a JPEG or a PNG, which is seen from its first bytes. It is sealed under the clinic's key.")
    @APIResponseSchema(value = DocumentView.class, responseCode = "201")
    public RestResponse<DocumentView> file(
            PatientId patient,
            @QueryParam("kind") @NotNull DocumentKind kind,
            @Parameter(
                            description =
                                    "the name of the file, percent-encoded: it may name somebody, and stands in no URL")
                    @RestHeader(FileName.HEADER)
                    @Schema(examples = "card%2C%20both%20sides.pdf")
                    @Nullable
                    String fileName,
            @NotNull byte[] file) {
        access.to(patient);
        var name = FileName.read(fileName);
        var pages = Pages.of(file);
        var id = new DocumentId(Uuid7.next());
        var document = new Document(
                id,
                patient,
                kind,
                pages,
                shown.sealIfSaid(ShownDocuments.NAME, id, name),
                ClinicContext.current().orElseThrow().actor(),
                clock.instant());
        documents.persistAndFlush(document);
        archive.keep(id, patient, pages.bytes());
        return Answers.created(shown.view(document), "documents/" + id, document.version());
    }

    @GET
    @Transactional
    @Guard(Policy.CARE_TEAM_READS)
    @Operation(summary = "The patient's documents, oldest first, and what was removed of them")
    public RestResponse<Page<DocumentView>> list(
            PatientId patient, @Valid @BeanParam PageRequest page, @Context UriInfo uri) {
        access.to(patient);
        return Page.of(documents.page(patient, page), page, shown::view, Document::id, uri);
    }
}
