package org.stepwell.platform.problem;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.Id;

/** What a value of a type looks like, in words for whoever sent another. */
public final class Expected {

    private Expected() {}

    /** Such as {@code a whole number}. */
    public static String of(@Nullable Class<?> type) {
        if (type == null) {
            return "another kind of value";
        }
        if (type.isEnum()) {
            return "one of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(constant -> ((Enum<?>) constant).name())
                            .collect(Collectors.joining(", "));
        }
        if (Id.class.isAssignableFrom(type) || type == java.util.UUID.class) {
            return "a UUID";
        }
        if (type == LocalDate.class) {
            return "a date such as 2026-03-02, " + Era.words();
        }
        if (type == LocalTime.class) {
            return "a time such as 18:00";
        }
        if (type == Instant.class) {
            return "an instant such as 2026-03-02T23:00:00Z, " + Era.words();
        }
        if (type == int.class || type == Integer.class || type == long.class || type == Long.class) {
            return "a whole number";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        if (type == String.class) {
            return "text";
        }
        return java.util.Collection.class.isAssignableFrom(type) ? "a list" : "an object";
    }
}
