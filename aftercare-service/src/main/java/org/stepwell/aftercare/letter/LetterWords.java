package org.stepwell.aftercare.letter;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.stepwell.contracts.code.DischargeReason;
import org.stepwell.contracts.code.NextStepKind;
import org.stepwell.platform.consent.Permit;

/** A letter in sentences, as they stand on a page and on paper: what is asked, and what goes with it (42 CFR 2.32). */
record LetterWords(String to, String opening, List<String> told, String asked, String scope, String notice) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMMM d, uuuu", Locale.US);

    static LetterWords of(Said said, Receiver receiver, Permit permit, ZoneId zone) {
        var address = receiver.address() == null ? "" : ", " + receiver.address();
        return new LetterWords(
                "To " + receiver.inWords() + address,
                "%s has consented in writing that we tell you this:".formatted(said.patient()),
                told(said),
                "Please answer by %s: whether you receive %s, and on which day."
                        .formatted(day(said.answerBy()), said.patient()),
                permit.consent().inWords(zone),
                permit.notice());
    }

    private static List<String> told(Said said) {
        var told = new ArrayList<String>();
        told.add("%s is a patient of ours. We refer them to you for %s, for %s."
                .formatted(said.patient(), inWords(said.kind()), day(said.date())));
        var person = said.person();
        if (person != null) {
            told.add("Born on %s.%s"
                    .formatted(day(person.born()), person.phone() == null ? "" : " Phone: " + person.phone() + "."));
        }
        var treatment = said.treatment();
        if (treatment != null) {
            told.add("Treatment with us ended on %s: %s.%s"
                    .formatted(
                            day(treatment.lastDay()),
                            inWords(treatment.reason()),
                            treatment.nextLevel() == null
                                    ? ""
                                    : " Recommended level of care: %s.".formatted(treatment.nextLevel())));
        }
        var medication = said.medication();
        if (medication != null) {
            told.add(
                    medication.isEmpty()
                            ? "No medication was ordered with us."
                            : "Medication: %s."
                                    .formatted(String.join(", ", medication).toLowerCase(Locale.ROOT)));
        }
        return told;
    }

    static String day(LocalDate day) {
        return DAY.format(day);
    }

    private static String inWords(NextStepKind kind) {
        return switch (kind) {
            case TWELVE_STEP_MEETING -> "a 12-step meeting";
            case SECULAR_MEETING -> "a secular meeting";
            case WEEKLY_THERAPY -> "weekly therapy";
            case PEER_SUPPORT -> "peer support";
            case MEDICATION -> "medication management";
            case HOUSING -> "housing";
            case WORK -> "work";
            case OTHER -> "further support";
        };
    }

    private static String inWords(DischargeReason reason) {
        return reason.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
