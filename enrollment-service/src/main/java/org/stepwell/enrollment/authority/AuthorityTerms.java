package org.stepwell.enrollment.authority;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.code.DataCategory;
import org.stepwell.contracts.code.DisclosureBasis;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.problem.FieldError;
import org.stepwell.platform.problem.Refusal;

/**
 * What an agreement or order opens, in codes, and what the law wants to be in it. Each kind needs its own; what belongs to
 * another kind is refused, so that nobody relies on it.
 */
@Schema(name = "AuthorityTerms")
record AuthorityTerms(
        @Schema(description = "what it opens") @Size(min = 1, max = 20) @NotNull
        Set<@NotNull DataCategory> categories,

        @Schema(description = "the patient whom an order names; none in an agreement") @Nullable
        PatientId patient,

        @Schema(description = "service organization: acknowledges that 42 CFR part 2 binds it, 2.11") @Nullable
        Boolean boundByPart2,

        @Schema(description = "service organization: resists in proceedings any efforts to obtain records, 2.11")
        @Nullable
        Boolean resistsInProceedings,

        @Schema(description = "audit: agrees in writing to disclose nothing further, 2.53(f)") @Nullable
        Boolean disclosesNothingFurther,

        @Schema(description = "audit: copies leave the house, 2.53(b)") @Nullable
        Boolean copies,

        @Schema(description = "audit with copies: agrees to keep them secure and to destroy them, 2.53(b)") @Nullable
        Boolean copiesAreKeptSecureAndDestroyed,

        @Schema(description = "court: the section of 42 CFR part 2 the order was made under") @Nullable
        Provision provision,

        @Schema(description = "court: the day of the order") @Nullable
        LocalDate orderedOn,

        @Schema(description = "court: the day a subpoena was served, which compels what the order allows, 2.61")
        @Nullable
        LocalDate subpoenaServedOn,

        @Schema(description = "court: the order names confidential communications, 2.63") @Nullable
        Boolean confidentialCommunications) {

    /** The section of 42 CFR part 2 a court order was made under. */
    enum Provision {
        /** 2.64: for noncriminal purposes. */
        NONCRIMINAL,
        /** 2.65: to investigate or prosecute the patient. */
        CRIMINAL_PROCEEDING_AGAINST_THE_PATIENT,
        /** 2.66: to investigate or prosecute the program. */
        PROCEEDING_AGAINST_THE_PROGRAM;

        /** An order about the program needs no patient by name. */
        boolean namesAPatient() {
            return this != PROCEEDING_AGAINST_THE_PROGRAM;
        }
    }

    /** Refuses what lacks an element, and a subpoena that nobody ordered. */
    void mustBeComplete(DisclosureBasis kind, @Nullable LocalDate lastDay, LocalDate today) {
        if (kind == DisclosureBasis.COURT_ORDER && orderedOn == null && subpoenaServedOn != null) {
            throw new Refusal(
                    AuthorityRule.SUBPOENA_ALONE,
                    "Disclose nothing, not even whether the person is a patient; have counsel answer it.",
                    List.of(new FieldError("/terms/orderedOn", "the day of the order, 2.61(a)")));
        }
        var missing = new ArrayList<FieldError>();
        switch (kind) {
            case QUALIFIED_SERVICE_ORGANIZATION -> serviceOrganization(missing);
            case AUDIT_AND_EVALUATION -> audit(missing, lastDay);
            case COURT_ORDER -> order(missing, today);
            case CONSENT, MEDICAL_EMERGENCY ->
                missing.add(
                        new FieldError("/kind", "QUALIFIED_SERVICE_ORGANIZATION, AUDIT_AND_EVALUATION or COURT_ORDER"));
        }
        need(
                missing,
                Boolean.TRUE.equals(confidentialCommunications) || !categories.contains(DataCategory.COUNSELING_NOTES),
                "categories",
                "counseling notes only by an order that names confidential communications, 2.63");
        if (!missing.isEmpty()) {
            throw new Refusal(
                    AuthorityRule.AUTHORITY_ELEMENT_MISSING,
                    "Complete %d of its elements.".formatted(missing.size()),
                    missing);
        }
    }

    private void serviceOrganization(List<FieldError> missing) {
        need(missing, Boolean.TRUE.equals(boundByPart2), "boundByPart2", "that part 2 binds it, 2.11");
        need(missing, Boolean.TRUE.equals(resistsInProceedings), "resistsInProceedings", "that it resists, 2.11");
        none(missing, patient, "patient");
        noneOfAnAudit(missing);
        noneOfAnOrder(missing);
    }

    private void audit(List<FieldError> missing, @Nullable LocalDate lastDay) {
        need(
                missing,
                Boolean.TRUE.equals(disclosesNothingFurther),
                "disclosesNothingFurther",
                "that it discloses nothing further, 2.53(f)");
        need(missing, copies != null, "copies", "whether copies leave the house, 2.53(b)");
        need(
                missing,
                !Boolean.TRUE.equals(copies) || Boolean.TRUE.equals(copiesAreKeptSecureAndDestroyed),
                "copiesAreKeptSecureAndDestroyed",
                "that copies are kept secure and destroyed, 2.53(b)");
        if (lastDay == null) {
            missing.add(new FieldError("/lastDay", "an audit ends"));
        }
        none(missing, patient, "patient");
        noneOfAServiceOrganization(missing);
        noneOfAnOrder(missing);
    }

    private void order(List<FieldError> missing, LocalDate today) {
        need(
                missing,
                orderedOn != null && !orderedOn.isAfter(today),
                "orderedOn",
                "the day of the order, today or before, 2.61(a)");
        need(missing, provision != null, "provision", "the section it was made under, 2.64 to 2.66");
        need(
                missing,
                provision == null || provision.namesAPatient() == (patient != null),
                "patient",
                "the patient it names, and none where it is about the program");
        noneOfAServiceOrganization(missing);
        noneOfAnAudit(missing);
    }

    private void noneOfAServiceOrganization(List<FieldError> missing) {
        none(missing, boundByPart2, "boundByPart2");
        none(missing, resistsInProceedings, "resistsInProceedings");
    }

    private void noneOfAnAudit(List<FieldError> missing) {
        none(missing, disclosesNothingFurther, "disclosesNothingFurther");
        none(missing, copies, "copies");
        none(missing, copiesAreKeptSecureAndDestroyed, "copiesAreKeptSecureAndDestroyed");
    }

    private void noneOfAnOrder(List<FieldError> missing) {
        none(missing, provision, "provision");
        none(missing, orderedOn, "orderedOn");
        none(missing, subpoenaServedOn, "subpoenaServedOn");
        none(missing, confidentialCommunications, "confidentialCommunications");
    }

    private static void none(List<FieldError> missing, @Nullable Object element, String name) {
        need(missing, element == null, name, "belongs to another kind; leave it out");
    }

    private static void need(List<FieldError> missing, boolean there, String element, String advice) {
        if (!there) {
            missing.add(new FieldError("/terms/" + element, advice));
        }
    }
}
