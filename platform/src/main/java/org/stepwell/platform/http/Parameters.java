package org.stepwell.platform.http;

import jakarta.inject.Singleton;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.Id;
import org.stepwell.platform.problem.Era;
import org.stepwell.platform.problem.Expected;
import org.stepwell.platform.problem.FieldError;
import org.stepwell.platform.problem.HttpRule;
import org.stepwell.platform.problem.Refusal;

/**
 * Reads parameters as strictly as bodies are read. A bad query parameter is answered with its name and advice; a bad
 * part of a path names nothing, which is a 404.
 */
@Provider
@Singleton
class Parameters implements ParamConverterProvider {

    @Override
    public <T> @Nullable ParamConverter<T> getConverter(Class<T> type, Type generic, Annotation[] annotations) {
        @Nullable Function<String, Object> reader = readerOf(type);
        if (reader == null) {
            return null;
        }
        var query = Arrays.stream(annotations)
                .filter(QueryParam.class::isInstance)
                .map(annotation -> ((QueryParam) annotation).value())
                .findFirst();
        return new Strict<>(type, reader, query.orElse(null));
    }

    private record Strict<T>(
            Class<T> type,
            Function<String, Object> reader,
            @Nullable String query) implements ParamConverter<T> {

        @Override
        @SuppressWarnings("unchecked") // a reader of an int makes an Integer, which Class.cast would not take
        public @Nullable T fromString(@Nullable String text) {
            if (text == null) {
                return null;
            }
            try {
                return (T) reader.apply(text);
            } catch (IllegalArgumentException | java.time.DateTimeException e) {
                if (query == null) {
                    throw e;
                }
                var error = new FieldError(query, "expected " + Expected.of(type));
                throw new BadRequestException(
                        new Refusal(HttpRule.INVALID_REQUEST, query + ": " + error.detail() + ".", List.of(error)));
            }
        }

        @Override
        public String toString(T value) {
            return value.toString();
        }
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static @Nullable Function<String, Object> readerOf(Class<?> type) {
        if (type.isEnum()) {
            return text -> Enum.valueOf((Class<Enum>) type, text);
        }
        if (Id.class.isAssignableFrom(type)) {
            return idReader(type);
        }
        if (type == UUID.class) {
            return Parameters::uuid;
        }
        if (type == LocalDate.class) {
            return text -> known(LocalDate.parse(text), Era::holds);
        }
        if (type == Instant.class) {
            return text -> known(Instant.parse(text), Era::holds);
        }
        if (type == LocalTime.class) {
            return LocalTime::parse;
        }
        if (type == int.class || type == Integer.class) {
            return Integer::valueOf;
        }
        return type == long.class || type == Long.class ? Long::valueOf : null;
    }

    private static <T> T known(T date, java.util.function.Predicate<T> era) {
        if (!era.test(date)) {
            throw new IllegalArgumentException("no date we know");
        }
        return date;
    }

    /** UUID.fromString takes 1-1-1-1-1, which nobody means. */
    private static UUID uuid(String text) {
        var read = UUID.fromString(text);
        if (!read.toString().equalsIgnoreCase(text)) {
            throw new IllegalArgumentException("no UUID");
        }
        return read;
    }

    private static @Nullable Function<String, Object> idReader(Class<?> type) {
        try {
            var reader = MethodHandles.publicLookup()
                    .findStatic(type, "fromString", MethodType.methodType(type, String.class));
            return text -> {
                try {
                    return reader.invoke(text);
                } catch (RuntimeException e) {
                    throw e;
                } catch (Throwable e) {
                    throw new IllegalStateException(e);
                }
            };
        } catch (NoSuchMethodException | IllegalAccessException e) {
            throw new IllegalStateException(type.getName() + " can not be read from text", e);
        }
    }
}
