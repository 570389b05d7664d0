package org.stepwell.platform.edge;

import io.quarkus.arc.Arc;
import jakarta.enterprise.inject.Any;
import jakarta.inject.Singleton;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.stepwell.platform.problem.BodySize;

/**
 * Which operations there are at a path. The router knows it too, but names none where it refuses a method, and names
 * those of other paths where it is asked for OPTIONS.
 */
@Singleton
class Operations {

    /** A parameter and its own pattern, in which braces may say how often. */
    private static final Pattern PART = Pattern.compile("\\{\\s*\\w+\\s*(?::\\s*((?:[^{}]|\\{[^{}]*})+?)\\s*)?}");

    private final String root;
    private volatile @Nullable List<Operation> all;

    Operations(@ConfigProperty(name = "quarkus.rest.path") String root) {
        this.root = root;
    }

    private record Operation(String method, Pattern path, int bodyBytesMax) {}

    /** How large a body may be that is sent to a path; where there is nothing, as large as elsewhere. */
    int bodyBytesMax(String method, String path) {
        return all().stream()
                .filter(operation -> operation.method().equals(method)
                        && operation.path().matcher(asked(path)).matches())
                .mapToInt(Operation::bodyBytesMax)
                .max()
                .orElse(BodySize.BYTES_MAX);
    }

    /** The methods at a path as the Allow header says them; empty where there is nothing. */
    Optional<String> allowedAt(String path) {
        if (!path.startsWith(root)) {
            return Optional.empty();
        }
        var methods = all().stream()
                .filter(operation -> operation.path().matcher(asked(path)).matches())
                .map(Operation::method)
                .collect(Collectors.toCollection(TreeSet::new));
        if (methods.isEmpty()) {
            return Optional.empty();
        }
        methods.add(HttpMethod.OPTIONS);
        if (methods.contains(HttpMethod.GET)) {
            methods.add(HttpMethod.HEAD);
        }
        return Optional.of(String.join(", ", methods));
    }

    private static String asked(String path) {
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    private List<Operation> all() {
        var known = all;
        if (known == null) {
            known = Arc.container().beanManager().getBeans(Object.class, Any.Literal.INSTANCE).stream()
                    .<Class<?>>map(bean -> bean.getBeanClass())
                    .filter(type -> type.isAnnotationPresent(Path.class))
                    .distinct()
                    .flatMap(this::of)
                    .toList();
            all = known;
        }
        return known;
    }

    private Stream<Operation> of(Class<?> resource) {
        var path = root + "/" + resource.getAnnotation(Path.class).value();
        return Arrays.stream(resource.getDeclaredMethods())
                .flatMap(method -> verb(method)
                        .map(verb -> new Operation(verb, pattern(path, method), BodySize.bytesMaxOf(method))));
    }

    private static Stream<String> verb(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                .filter(verb -> verb != null)
                .map(HttpMethod::value);
    }

    private static Pattern pattern(String path, Method method) {
        @Nullable Path below = method.getAnnotation(Path.class);
        var whole = (below == null ? path : path + "/" + below.value()).replaceAll("/{2,}", "/");
        var regex = new StringBuilder();
        int read = 0;
        var parts = PART.matcher(whole);
        while (parts.find()) {
            regex.append(Pattern.quote(whole.substring(read, parts.start())));
            regex.append(parts.group(1) == null ? "[^/]+" : "(?:" + parts.group(1) + ")");
            read = parts.end();
        }
        return Pattern.compile(
                regex.append(Pattern.quote(whole.substring(read))).toString());
    }
}
