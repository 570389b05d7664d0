package org.stepwell.enrollment.patient;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.enrollment.ContactBlock;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.edge.Rationed;
import org.stepwell.platform.problem.FieldError;
import org.stepwell.platform.problem.Refusal;

/** Whether somebody is registered already, asked before a record is made. */
@Path("patients/matches")
@Guard(Policy.INTAKE_ENROLLS)
class MatchResource {

    private static final String A_NAME = ".*\\S.*";

    private final Patients patients;
    private final Likenesses likenesses;

    MatchResource(Patients patients, Likenesses likenesses) {
        this.patients = patients;
        this.likenesses = likenesses;
    }

    @Schema(name = "PatientMatchForm")
    record Form(
            @Schema(examples = "Maya", description = "both names and the birth date, or none of the three")
            @Nullable
            @Pattern(regexp = A_NAME, message = "a name, or leave it out")
            @Size(max = 100)
            String givenName,

            @Schema(examples = "Lindqvist")
            @Nullable
            @Pattern(regexp = A_NAME, message = "a name, or leave it out")
            @Size(max = 100)
            String familyName,

            @Schema(examples = "1991-04-12") @Nullable LocalDate birthDate,

            @Schema(examples = "+1 555 0100") @Nullable @Size(max = 40)
            String phone,

            @Schema(examples = "maya@example.org") @Nullable @Email @Size(max = 200)
            String email) {

        Map<PatientId, Set<Likeness>> among(Likenesses likenesses) {
            if (givenName != null && familyName != null && birthDate != null) {
                var person = new ContactBlock(givenName, familyName, null, birthDate, phone, email, null);
                return likenesses.like(person, Likenesses.NOBODY);
            }
            return likenesses.reachedAt(phone, email);
        }

        /** Refuses a form by which nobody can be found. */
        void mustSaySomething() {
            if (givenName == null && familyName == null && birthDate == null) {
                if (phone == null && email == null) {
                    throw nothing(
                            "Nothing of that was said.", List.of(new FieldError("/phone", "expected, or /email")));
                }
                return;
            }
            var missing = new ArrayList<FieldError>();
            expected(missing, "/givenName", givenName);
            expected(missing, "/familyName", familyName);
            expected(missing, "/birthDate", birthDate);
            if (!missing.isEmpty()) {
                throw nothing("Say all three, or a phone or an email alone.", missing);
            }
        }

        private static void expected(List<FieldError> missing, String pointer, @Nullable Object value) {
            if (value == null) {
                missing.add(new FieldError(pointer, "expected beside the other two"));
            }
        }

        private static Refusal nothing(String detail, List<FieldError> errors) {
            return new Refusal(PatientRule.LOOKED_FOR_BY_SOMETHING, detail, errors);
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
                    "At most fifty, the surest first: misspelled, married, turned around, or at the same number. Whoever"
                            + " leaves nothing but a number is found by the number alone. Sent as a body, so that no name"
                            + " stands in a URL.")
    public List<Match> find(@NotNull @Valid Form form) {
        form.mustSaySomething();
        var alike = form.among(likenesses);
        return patients.whoAre(alike.keySet()).entrySet().stream()
                .map(who -> Match.of(who.getKey(), who.getValue(), alike.getOrDefault(who.getKey(), Set.of())))
                .toList();
    }
}
