package org.stepwell.platform.problem;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Path;
import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Where in a request something is wrong: a JSON Pointer into the body, or the name of a parameter. */
final class Pointer {

    private Pointer() {}

    /**
     * Drops the method and its parameter: {@code register.form.name} is {@code /name}. A parameter keeps its name, also
     * where a class that is no record bundles several.
     */
    static String to(ConstraintViolation<?> violation) {
        var names = StreamSupport.stream(violation.getPropertyPath().spliterator(), false)
                .toList();
        boolean bundled = violation.getLeafBean() != null && names.size() == 3 && bundlesParameters(violation);
        if (names.size() <= 2 || bundled) {
            return names.getLast().toString();
        }
        return names.stream().skip(2).map(Pointer::segment).collect(Collectors.joining());
    }

    private static boolean bundlesParameters(ConstraintViolation<?> violation) {
        return Arrays.stream(violation.getLeafBean().getClass().getDeclaredFields())
                .anyMatch(field -> field.isAnnotationPresent(QueryParam.class));
    }

    private static String segment(Path.Node node) {
        var index = node.getIndex() == null ? "" : "/" + node.getIndex();
        return index + (node.getName() == null || node.getName().startsWith("<") ? "" : "/" + node.getName());
    }

    static String to(JsonMappingException unreadable) {
        return unreadable.getPath().stream()
                .map(step -> "/" + (step.getFieldName() != null ? step.getFieldName() : step.getIndex()))
                .collect(Collectors.joining());
    }

    static String known(UnrecognizedPropertyException unknown) {
        return unknown.getKnownPropertyIds() == null
                ? "in the schema"
                : unknown.getKnownPropertyIds().stream()
                        .map(Object::toString)
                        .sorted()
                        .collect(Collectors.joining(", "));
    }
}
