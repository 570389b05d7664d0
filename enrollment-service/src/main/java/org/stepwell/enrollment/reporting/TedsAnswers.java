package org.stepwell.enrollment.reporting;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What was asked or derived at one moment, by the names of the fields, in the finest detail we know: days, years and times
 * instead of the bands they are told in. What nobody asked is not there.
 */
record TedsAnswers(Map<String, Integer> values) {

    /** Asked, and not known. */
    static final int UNKNOWN = -9;

    TedsAnswers {
        values = Collections.unmodifiableMap(new TreeMap<>(values));
    }

    /** The answer, or {@link #UNKNOWN} where there is none. */
    int of(String field) {
        return values.getOrDefault(field, UNKNOWN);
    }

    boolean knows(String field) {
        return of(field) != UNKNOWN;
    }

    boolean asked(String field) {
        return values.containsKey(field);
    }

    /** Those of some fields. */
    TedsAnswers only(Predicate<String> fields) {
        return new TedsAnswers(values.entrySet().stream()
                .filter(answer -> fields.test(answer.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    TedsAnswers with(Map<String, Integer> more) {
        var all = new TreeMap<>(values);
        all.putAll(more);
        return new TedsAnswers(all);
    }
}
