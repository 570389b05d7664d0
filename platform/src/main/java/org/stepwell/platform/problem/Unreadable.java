package org.stepwell.platform.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;

/** Says what a value should have been, without repeating the value, which may be about a patient. */
public final class Unreadable {

    private Unreadable() {}

    /** Where in a body something could not be read, and what should stand there. */
    public static FieldError error(JsonProcessingException unreadable) {
        return switch (unreadable) {
            case UnrecognizedPropertyException unknown ->
                new FieldError(Pointer.to(unknown), "unknown field; known are " + Pointer.known(unknown));
            case JsonMappingException mapping -> new FieldError(Pointer.to(mapping), advice(mapping));
            default -> new FieldError("", "not JSON%s".formatted(place(unreadable)));
        };
    }

    private static String advice(JsonMappingException unreadable) {
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

    private static String place(JsonProcessingException unreadable) {
        var location = unreadable.getLocation();
        return location == null ? "" : " (line %d, column %d)".formatted(location.getLineNr(), location.getColumnNr());
    }
}
