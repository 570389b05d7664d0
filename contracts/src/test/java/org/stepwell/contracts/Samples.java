package org.stepwell.contracts;

import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** An example of any record of the contracts, with every component filled. */
final class Samples {

    private Samples() {}

    static Object of(Type type) {
        if (type instanceof ParameterizedType list) {
            return List.of(of(list.getActualTypeArguments()[0]));
        }
        return ofClass((Class<?>) type);
    }

    private static Object ofClass(Class<?> type) {
        if (type.isRecord()) {
            return record(type);
        }
        if (type.isEnum()) {
            return type.getEnumConstants()[0];
        }
        return switch (type.getSimpleName()) {
            case "UUID" -> UUID.fromString("019a0000-0000-7000-8000-000000000abc");
            case "String" -> "text";
            case "Instant" -> Instant.parse("2026-03-02T23:00:00.123456Z");
            case "LocalDate" -> LocalDate.parse("2026-03-02");
            case "LocalTime" -> LocalTime.parse("17:00:00");
            case "int", "Integer" -> 7;
            case "long" -> 7L;
            case "boolean" -> true;
            default -> throw new IllegalArgumentException("no sample of " + type);
        };
    }

    private static Object record(Class<?> type) {
        var components = type.getRecordComponents();
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            return constructor.newInstance(Arrays.stream(components)
                    .map(one -> of(one.getGenericType()))
                    .toArray());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("no sample of " + type, e);
        }
    }
}
