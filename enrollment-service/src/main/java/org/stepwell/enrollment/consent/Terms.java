package org.stepwell.enrollment.consent;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.code.ConsentKind;
import org.stepwell.contracts.code.DataCategory;
import org.stepwell.contracts.code.DisclosurePurpose;
import org.stepwell.contracts.code.Recipient;
import org.stepwell.platform.problem.FieldError;
import org.stepwell.platform.problem.Refusal;

/**
 * What a consent to disclosure opens, in codes; names stand in {@link Words}, sealed. A draft may lack any of it.
 *
 * @param lastDay the last day it is in force, in clinic time
 * @param ends the event it ends with, where it has no last day
 * @param revocableFrom for criminal justice only, the first day it may be revoked, 42 CFR 2.35(c)
 */
record Terms(
        List<Recipient> recipients,
        List<DisclosurePurpose> purposes,
        List<DataCategory> categories,
        @Nullable LocalDate lastDay,
        @Nullable Ending ends,
        @Nullable LocalDate revocableFrom) {

    /** A court, and those who have no kind of their own: probation, parole, counsel. */
    private static final Set<Recipient.Kind> JUSTICE = EnumSet.of(Recipient.Kind.COURT, Recipient.Kind.OTHER);

    /** What a consent may end with instead of a day. */
    enum Ending {
        END_OF_TREATMENT,
        END_OF_AFTERCARE,
        END_OF_PROCEEDING,
        /** Never: only a consent to treatment, payment and operations may say so, 42 CFR 2.31(a)(7). */
        NONE
    }

    /** Refuses what lacks an element of 42 CFR 2.31(a), or combines what must stand alone. */
    void mustBeComplete(ConsentKind kind, Words words) {
        mustStandAlone(kind);
        var missing = new ArrayList<FieldError>();
        need(missing, !words.discloser().isBlank(), "discloser", "who may disclose, 2.31(a)(2)");
        need(missing, !categories.isEmpty(), "categories", "what may be disclosed, 2.31(a)(3)");
        need(missing, !words.description().isBlank(), "description", "what, in the patient's words, 2.31(a)(3)");
        need(missing, !recipients.isEmpty(), "recipients", "to whom, 2.31(a)(4)");
        need(
                missing,
                kind != ConsentKind.COUNSELING_NOTES_DISCLOSURE
                        || categories.equals(List.of(DataCategory.COUNSELING_NOTES)),
                "categories",
                "COUNSELING_NOTES and nothing else, 2.31(b)");
        recipients(kind, words, missing);
        need(missing, !purposes.isEmpty(), "purposes", "what for, 2.31(a)(5)");
        purposes(kind, missing);
        need(missing, lastDay != null || ends != null, "lastDay", "a last day or an event it ends with, 2.31(a)(7)");
        need(missing, lastDay == null || ends == null, "ends", "a last day or an event it ends with, not both");
        need(
                missing,
                ends != Ending.NONE || kind == ConsentKind.CARE_DISCLOSURE,
                "ends",
                "NONE only for treatment, payment and operations, 2.31(a)(7)");
        need(
                missing,
                (revocableFrom != null) == (kind == ConsentKind.CRIMINAL_JUSTICE_DISCLOSURE),
                "revocableFrom",
                "the day it may be revoked from, for criminal justice and nothing else, 2.35(c)");
        need(
                missing,
                revocableFrom == null || lastDay == null || !revocableFrom.isAfter(lastDay),
                "revocableFrom",
                "no later than the last day: until then the proceeding has ended, 2.35(c)");
        if (!missing.isEmpty()) {
            throw new Refusal(
                    ConsentRule.ELEMENT_MISSING, "Complete %d of its elements.".formatted(missing.size()), missing);
        }
    }

    private void mustStandAlone(ConsentKind kind) {
        boolean notes = categories.contains(DataCategory.COUNSELING_NOTES);
        if (notes && (kind != ConsentKind.COUNSELING_NOTES_DISCLOSURE || categories.size() > 1)) {
            throw new Refusal(
                    ConsentRule.COUNSELING_NOTES_STAND_ALONE,
                    "Take a consent of its own to counseling notes, 42 CFR 2.31(b).");
        }
        boolean proceedings = purposes.contains(DisclosurePurpose.LEGAL_PROCEEDINGS);
        if (proceedings && (kind != ConsentKind.PROCEEDINGS_DISCLOSURE || purposes.size() > 1)) {
            throw new Refusal(
                    ConsentRule.PROCEEDINGS_STAND_ALONE,
                    "Take a consent of its own to use in proceedings, 42 CFR 2.31(d).");
        }
    }

    private void recipients(ConsentKind kind, Words words, List<FieldError> missing) {
        for (int i = 0; i < recipients.size(); i++) {
            var recipient = recipients.get(i);
            boolean asAClass =
                    kind == ConsentKind.CARE_DISCLOSURE && recipient.kind().mayBeAClass();
            need(
                    missing,
                    asAClass || !words.recipients().get(i).name().isBlank(),
                    "recipients/%d/name".formatted(i),
                    "a name, or a class of recipients in a consent for care, 2.31(a)(4)");
            need(
                    missing,
                    kind != ConsentKind.CRIMINAL_JUSTICE_DISCLOSURE || JUSTICE.contains(recipient.kind()),
                    "recipients/%d/kind".formatted(i),
                    "those who need it to watch over the condition, such as a court or probation, 2.35(a)");
            need(
                    missing,
                    recipient.kind() != Recipient.Kind.INTERMEDIARY
                            || !words.recipients().get(i).members().isBlank(),
                    "recipients/%d/members".formatted(i),
                    "the members the intermediary passes records on to, 2.31(a)(4)(ii)");
        }
    }

    private void purposes(ConsentKind kind, List<FieldError> missing) {
        boolean fits = switch (kind) {
            case CARE_DISCLOSURE -> purposes.stream().allMatch(DisclosurePurpose::ofCare);
            case CRIMINAL_JUSTICE_DISCLOSURE -> purposes.stream().allMatch(DisclosurePurpose.CRIMINAL_JUSTICE::equals);
            case PROCEEDINGS_DISCLOSURE -> purposes.stream().allMatch(DisclosurePurpose.LEGAL_PROCEEDINGS::equals);
            case COUNSELING_NOTES_DISCLOSURE, NAMED_DISCLOSURE ->
                !purposes.contains(DisclosurePurpose.CRIMINAL_JUSTICE);
            case TREATMENT, PRIVACY_NOTICE, PROGRAM_RULES, FINANCIAL_AGREEMENT -> false;
        };
        need(missing, fits, "purposes", "purposes that this kind of consent may have (%s)".formatted(kind));
    }

    private static void need(List<FieldError> missing, boolean there, String element, String advice) {
        if (!there) {
            missing.add(new FieldError("/terms/" + element, advice));
        }
    }
}
