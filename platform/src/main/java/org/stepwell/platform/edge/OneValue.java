package org.stepwell.platform.edge;

import jakarta.inject.Singleton;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;
import org.stepwell.platform.problem.FieldError;
import org.stepwell.platform.problem.HttpRule;
import org.stepwell.platform.problem.Refusal;

/** A query parameter is given once, unless the operation takes a list: else two readers might take two values. */
@Singleton
class OneValue {

    private final Map<Method, Set<String>> lists = new ConcurrentHashMap<>();

    @ServerRequestFilter
    void check(ContainerRequestContext request, ResourceInfo operation) {
        for (var parameter : request.getUriInfo().getQueryParameters().entrySet()) {
            if (parameter.getValue().size() > 1
                    && !lists.computeIfAbsent(operation.getResourceMethod(), OneValue::listsOf)
                            .contains(parameter.getKey())) {
                var name = parameter.getKey().replaceAll("[^A-Za-z0-9_-]", "?");
                throw new Refusal(
                        HttpRule.INVALID_REQUEST,
                        name + " is given more than once.",
                        List.of(new FieldError(name, "give it once")));
            }
        }
    }

    private static Set<String> listsOf(Method method) {
        return Arrays.stream(method.getParameters())
                .flatMap(parameter -> parameter.isAnnotationPresent(BeanParam.class)
                        ? Arrays.stream(parameter.getType().getDeclaredFields())
                                .flatMap(field -> listed(field, field.getType()))
                        : listed(parameter, parameter.getType()))
                .collect(Collectors.toSet());
    }

    private static Stream<String> listed(AnnotatedElement declared, Class<?> type) {
        @Nullable QueryParam query = declared.getAnnotation(QueryParam.class);
        return query != null && Collection.class.isAssignableFrom(type) ? Stream.of(query.value()) : Stream.empty();
    }
}
