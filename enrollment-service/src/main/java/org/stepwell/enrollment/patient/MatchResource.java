package org.stepwell.enrollment.patient;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.enrollment.ContactBlock;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.edge.Rationed;

/** Whether somebody is registered already, asked before a record is made. */
@Path("patients/matches")
@Guard(Policy.INTAKE_ENROLLS)
class MatchResource {

    private static final PatientId NOBODY = new PatientId(new UUID(0, 0));

    private final Patients patients;
    private final Likenesses likenesses;

    MatchResource(Patients patients, Likenesses likenesses) {
        this.patients = patients;
        this.likenesses = likenesses;
    }

    @Schema(name = "PatientMatchForm")
    record Form(
            @Schema(examples = "Maya") @NotBlank @Size(max = 100)
            String givenName,

            @Schema(examples = "Lindqvist") @NotBlank @Size(max = 100)
            String familyName,

            @Schema(examples = "1991-04-12") @NotNull LocalDate birthDate,

            @Schema(examples = "+1 555 0100") @Nullable @Size(max = 40)
            String phone,

            @Schema(examples = "maya@example.org") @Nullable @Email @Size(max = 200)
            String email) {
        ContactBlock person() {
            return new ContactBlock(givenName, familyName, null, birthDate, phone, email, null);
        }
    }

    /** A patient who may be the same person, and why. */
    @Schema(name = "PatientMatch")
    record Match(
            PatientId id,
            @Schema(examples = "Maya") String givenName,
            @Schema(examples = "Lindkvist") String familyName,
            @Schema(examples = "1991-04-12") LocalDate birthDate,
            Set<Likeness> because) {
        static Match of(PatientId patient, ContactBlock who, Set<Likeness> because) {
            return new Match(patient, who.givenName(), who.familyName(), who.birthDate(), because);
        }
    }

    @POST
    @Transactional
    @Rationed
    @Operation(
            summary = "Who may be this person already",
            description =
                    "At most fifty, the surest first: misspelled, married, turned around, or at the same number. Sent as"
                            + " a body, so that no name stands in a URL.")
    public List<Match> find(@NotNull @Valid Form form) {
        var alike = likenesses.like(form.person(), NOBODY);
        return patients.whoAre(alike.keySet()).entrySet().stream()
                .map(who -> Match.of(who.getKey(), who.getValue(), alike.getOrDefault(who.getKey(), Set.of())))
                .toList();
    }
}
