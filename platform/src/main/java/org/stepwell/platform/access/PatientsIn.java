package org.stepwell.platform.access;

import jakarta.ws.rs.core.Response;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.PatientId;

/**
 * The patients named in a request or an answer: every {@link PatientId} in its records, lists and maps. Views need not say whom
 * they show, so none can forget to.
 */
final class PatientsIn {

    private static final ClassValue<List<Method>> COMPONENTS = new ClassValue<>() {
        @Override
        protected List<Method> computeValue(Class<?> type) {
            return Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getAccessor)
                    .filter(accessor -> mayHold(accessor.getReturnType()))
                    .peek(accessor -> accessor.setAccessible(true))
                    .toList();
        }
    };

    private PatientsIn() {}

    static void gather(@Nullable Object value, Collection<PatientId> found) {
        switch (value) {
            case null -> {}
            case PatientId patient -> found.add(patient);
            case Iterable<?> many -> many.forEach(one -> gather(one, found));
            case Object[] many -> Arrays.asList(many).forEach(one -> gather(one, found));
            case Map<?, ?> map -> {
                gather(map.keySet(), found);
                gather(map.values(), found);
            }
            case Optional<?> maybe -> maybe.ifPresent(one -> gather(one, found));
            case RestResponse<?> answer -> gather(answer.getEntity(), found);
            case Response answer -> gather(answer.getEntity(), found);
            case Record parts -> COMPONENTS.get(parts.getClass()).forEach(part -> gather(read(part, parts), found));
            default -> {}
        }
    }

    private static @Nullable Object read(Method part, Record parts) {
        try {
            return part.invoke(parts);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("%s can not be read".formatted(part), e);
        }
    }

    /** Numbers, texts and dates hold no patient, and most of a page is made of them. */
    private static boolean mayHold(Class<?> type) {
        return !type.isPrimitive()
                && !type.isEnum()
                && !type.getName().startsWith("java.time.")
                && type != String.class;
    }
}
