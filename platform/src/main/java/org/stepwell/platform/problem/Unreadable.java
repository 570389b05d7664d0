package org.stepwell.platform.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;

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
                ? "expected " + Expected.of(mismatch.getTargetType())
                : "not readable" + place(unreadable);
    }

    static String place(JsonProcessingException unreadable) {
        var location = unreadable.getLocation();
        return location == null ? "" : " (line %d, column %d)".formatted(location.getLineNr(), location.getColumnNr());
    }
}
