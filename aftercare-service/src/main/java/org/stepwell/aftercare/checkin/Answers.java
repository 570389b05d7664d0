package org.stepwell.aftercare.checkin;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What somebody answered in a check-in, about the seven days before it; null is what was not said.
 *
 * @param substances codes of {@link Substance}, joined with commas
 * @param sleep nights with trouble sleeping
 * @param medicationTaken null also where none is prescribed
 */
@Embeddable
record Answers(
        @Nullable Boolean used,
        String substances,
        @Nullable Integer usedDays,
        @Nullable Integer cravings,
        @Nullable Integer lowDays,
        @Nullable Integer angryDays,
        @Nullable Integer anxiousDays,
        @Nullable Integer sleep,
        @Nullable Integer riskyDays,
        @Nullable Integer confidence,
        @Nullable Integer meetings,
        @Nullable Boolean sponsorContact,
        @Nullable Boolean medicationTaken,
        @Nullable Boolean therapyKept,
        @Nullable Integer workDays,
        @Enumerated(EnumType.STRING) @Nullable Housing housing,
        @Nullable Integer conflict,
        @Nullable Integer supportiveDays,
        @Nullable Integer health,
        @Nullable Integer spirituality,
        @Nullable Boolean income,
        @Nullable Boolean suicideThoughts) {

    static String joined(Set<Substance> substances) {
        return substances.stream().sorted().map(Enum::name).collect(Collectors.joining(","));
    }

    Set<Substance> substanceSet() {
        var found = EnumSet.noneOf(Substance.class);
        if (!substances.isEmpty()) {
            for (var name : substances.split(",", -1)) {
                found.add(Substance.valueOf(name));
            }
        }
        return found;
    }
}
