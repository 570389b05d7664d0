package org.stepwell.instruments;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A finding that follows from single answers rather than from a sum.
 *
 * @param loinc the answer code of the finding
 * @param when all of these hold; none for what is left
 */
public record Level(
        String code,
        @JsonSetter(nulls = Nulls.SET) @Nullable String loinc,
        String label,
        boolean positive,
        List<Condition> when) {

    boolean holds(java.util.Map<String, Integer> points) {
        return when.stream().allMatch(condition -> condition.holds(points));
    }

    Finding finding() {
        return new Finding(code, label, positive);
    }
}
