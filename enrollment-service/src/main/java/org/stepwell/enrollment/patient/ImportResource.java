package org.stepwell.enrollment.patient;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.edge.Rationed;

/** Patients from a file of another system. */
@Path("patients/imports")
@Guard(Policy.INTAKE_ENROLLS)
class ImportResource {

    private final ImportPatients importing;

    ImportResource(ImportPatients importing) {
        this.importing = importing;
    }

    @Schema(name = "ImportForm")
    record Form(
            @Schema(description = "true: only say what would come of each line") @NotNull
            Boolean dryRun,

            @Schema(
                    description =
                            "CSV (RFC 4180) with a header line: givenName, familyName, birthDate, and any of preferredName,"
                                    + " pronouns, language, interpreter, zone, phone, email, address, mayPhone, mayText, mayEmail,"
                                    + " mayVoicemail, maySay (ASK_FOR_A_CALL_BACK), reachFrom and reachUntil (17:00), consentsAsMinor, and"
                                    + " Name, Relationship and Phone of guardian and emergency, such as guardianName",
                    examples =
                            "givenName,familyName,birthDate,phone,mayPhone\\nMaya,Lindqvist,1991-04-12,+1 555 0100,yes\\n")
            @NotBlank
            @Size(max = 500_000)
            String csv) {}

    @POST
    @Transactional
    @Rationed
    @Operation(
            summary = "Register the patients of a file, or look first what would come of it",
            description =
                    "At most 500 lines. Whoever looks like a patient, or like a line above, is left out and named;"
                            + " sending the file again registers nobody twice.")
    public List<ImportPatients.Line> run(@NotNull @Valid Form form) {
        return importing.run(form.csv(), form.dryRun());
    }
}
