package org.stepwell.platform.audit;

import io.quarkus.arc.Arc;
import jakarta.enterprise.inject.Any;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** What an operation does, in the words that the API's own pages have for it: a row of the audit names it by its method. */
@Singleton
class OperationWords {

    /** Rows outlive the operations they are about. */
    private static final String NO_MORE = "Something that can no longer be done";

    private volatile @Nullable Map<String, String> known;

    /** As a row of the audit names an operation. */
    static String nameOf(Method operation) {
        return operation.getDeclaringClass().getSimpleName() + "_" + operation.getName();
    }

    String of(String name) {
        return all().getOrDefault(name, NO_MORE);
    }

    private Map<String, String> all() {
        var words = known;
        if (words == null) {
            words = Arc.container().beanManager().getBeans(Object.class, Any.Literal.INSTANCE).stream()
                    .<Class<?>>map(bean -> bean.getBeanClass())
                    .filter(type -> type.isAnnotationPresent(Path.class))
                    .distinct()
                    .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                    .filter(method -> method.isAnnotationPresent(Operation.class))
                    .collect(Collectors.toMap(
                            OperationWords::nameOf,
                            method -> method.getAnnotation(Operation.class).summary(),
                            (one, _) -> one));
            known = words;
        }
        return words;
    }
}
