package org.stepwell.platform.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.Id;

/** Says what a value should have been, without repeating the value, which may be about a patient. */
final class Unreadable {

    private Unreadable() {}

    static String advice(JsonMappingException unreadable) {
        if (unreadable.getCause() instanceof Refusal refusal) {
            return refusal.detail();
        }
        if (unreadable instanceof InvalidFormatException format && format.getTargetType() == String.class) {
            return "text without control characters";
        }
        return unreadable instanceof MismatchedInputException mismatch
                ? "expected " + expected(mismatch.getTargetType())
                : "not readable" + place(unreadable);
    }

    static String place(JsonProcessingException unreadable) {
        var location = unreadable.getLocation();
        return location == null ? "" : " (line %d, column %d)".formatted(location.getLineNr(), location.getColumnNr());
    }

    private static String expected(@Nullable Class<?> type) {
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
            return "a date such as 2026-03-02";
        }
        if (type == LocalTime.class) {
            return "a time such as 18:00";
        }
        if (type == Instant.class) {
            return "an instant such as 2026-03-02T23:00:00Z";
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
