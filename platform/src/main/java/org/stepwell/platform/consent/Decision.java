package org.stepwell.platform.consent;

import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.stepwell.contracts.code.ConsentKind;
import org.stepwell.contracts.code.DataCategory;
import org.stepwell.contracts.code.DisclosurePurpose;
import org.stepwell.contracts.consent.ConsentEvent.ConsentsChanged.Opening;

/** The answer to an {@link Ask}: one consent in force opens all of it, or nothing is disclosed. */
sealed interface Decision {

    /** It may be disclosed, accompanied by the notice and the consent's scope, 42 CFR 2.32. */
    record Permitted(Opening opening) implements Decision {}

    /** It may not; the detail says what is missing in words that name nobody. */
    record Denied(DisclosureRule rule, String detail) implements Decision {}

    /** Decides by what a patient's consents open; one that names the recipient goes before one to a class of them. */
    static Decision of(List<Opening> openings, Ask ask, Instant at) {
        var reaching = openings.stream()
                .filter(opening -> inForce(opening, at))
                .filter(opening -> opening.purposes().contains(ask.purpose()))
                .filter(opening -> opening.recipients().stream().anyMatch(one -> one.covers(ask.recipient())))
                .filter(opening -> standsAlone(opening, ask))
                .sorted(Comparator.comparing(opening -> !opening.names(ask.recipient())))
                .toList();
        return reaching.stream()
                .filter(opening -> opening.categories().containsAll(ask.categories()))
                .findFirst()
                .<Decision>map(Permitted::new)
                .orElseGet(() -> new Denied(DisclosureRule.NO_CONSENT_IN_FORCE, missing(reaching, ask)));
    }

    private static boolean inForce(Opening opening, Instant at) {
        return !at.isBefore(opening.from()) && (opening.until() == null || at.isBefore(opening.until()));
    }

    /** Counseling notes and proceedings are opened by their own kind of consent only, whatever another one lists. */
    private static boolean standsAlone(Opening opening, Ask ask) {
        boolean notes = ask.categories().contains(DataCategory.COUNSELING_NOTES);
        boolean proceedings = ask.purpose() == DisclosurePurpose.LEGAL_PROCEEDINGS;
        return notes == (opening.kind() == ConsentKind.COUNSELING_NOTES_DISCLOSURE)
                && proceedings == (opening.kind() == ConsentKind.PROCEEDINGS_DISCLOSURE);
    }

    private static String missing(List<Opening> reaching, Ask ask) {
        if (reaching.isEmpty()) {
            return "No consent in force names this recipient (%s) for this purpose (%s). Ask the patient for one."
                    .formatted(ask.recipient().kind(), ask.purpose());
        }
        Set<DataCategory> closed = EnumSet.copyOf(ask.categories());
        reaching.forEach(opening -> closed.removeAll(opening.categories()));
        return closed.isEmpty()
                ? "No one consent opens all of it; ask for each part of its own."
                : "The consent to this recipient does not open: %s. Leave it out, or ask the patient."
                        .formatted(closed.stream().map(Enum::name).collect(Collectors.joining(", ")));
    }
}
