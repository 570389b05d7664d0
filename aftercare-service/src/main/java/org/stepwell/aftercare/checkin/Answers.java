package org.stepwell.aftercare.checkin;

import jakarta.persistence.Embeddable;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What somebody answered in a check-in.
 *
 * @param substances codes of {@link Substance}, joined with commas
 * @param medicationTaken null where none is prescribed
 */
@Embeddable
record Answers(
        Boolean used,
        String substances,
        @Nullable Integer usedDays,
        Integer cravings,
        Integer moodDays,
        Integer sleep,
        Integer meetings,
        Integer confidence,
        @Nullable Boolean medicationTaken,
        Boolean suicideThoughts) {

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
