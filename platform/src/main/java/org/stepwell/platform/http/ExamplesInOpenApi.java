package org.stepwell.platform.http;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/**
 * Gives each field of the API's description that has no example of its own the one its name has in
 * {@code META-INF/stepwell/examples.properties}: a name means the same everywhere, or is listed with its schema in front. A
 * parameter is found as {@code parameter.NAME} before its name alone, and a body that is a text or a file by its operation.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class ExamplesInOpenApi implements OASFilter {

    private static final String LISTED_IN = "META-INF/stepwell/examples.properties";

    private final Properties examples = new Properties();

    /** Reads the lists of the platform and of the service. */
    public ExamplesInOpenApi() {
        try {
            for (var list : Thread.currentThread()
                    .getContextClassLoader()
                    .resources(LISTED_IN)
                    .toList()) {
                try (var text = new InputStreamReader(list.openStream(), StandardCharsets.UTF_8)) {
                    examples.load(text);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void filterOpenAPI(OpenAPI api) {
        api.getComponents().getSchemas().forEach((name, schema) -> {
            var fields = schema.getProperties();
            (fields == null ? Map.<String, Schema>of() : fields).forEach((field, shape) -> {
                var example = examples.getProperty(name + "." + field, examples.getProperty(field));
                if (example != null && isBare(shape)) {
                    shape.addExample(typed(shape, example));
                }
            });
        });
        api.getPaths().getPathItems().values().stream()
                .flatMap(path -> path.getOperations().values().stream())
                .forEach(operation -> {
                    ofParameters(operation);
                    ofBodies(operation);
                });
    }

    private void ofParameters(Operation operation) {
        for (var parameter : Objects.requireNonNullElse(operation.getParameters(), List.<Parameter>of())) {
            var name = parameter.getName();
            var shape = parameter.getSchema();
            if (name == null || shape == null || parameter.getExample() != null || !isBare(shape)) {
                continue;
            }
            var example = examples.getProperty("parameter." + name, examples.getProperty(name));
            if (example != null) {
                shape.addExample(typed(shape, example));
            }
        }
    }

    private void ofBodies(Operation operation) {
        var example = examples.getProperty(Objects.requireNonNullElse(operation.getOperationId(), ""));
        if (example == null) {
            return;
        }
        var request = operation.getRequestBody();
        var contents = Stream.concat(
                Stream.ofNullable(request == null ? null : request.getContent()),
                operation.getResponses().getAPIResponses().values().stream().map(APIResponse::getContent));
        contents.filter(Objects::nonNull)
                .flatMap(content -> content.getMediaTypes().entrySet().stream())
                .filter(media ->
                        !media.getKey().contains("json") && !media.getKey().startsWith("image/"))
                .map(media -> media.getValue().getSchema())
                .filter(shape -> shape != null && is(SchemaType.STRING, shape) && shape.getExamples() == null)
                .forEach(shape -> shape.addExample(example));
    }

    private static boolean isBare(Schema shape) {
        return shape.getExamples() == null
                && shape.getRef() == null
                && (shape.getFormat() == null || isNumber(shape))
                && (is(SchemaType.STRING, shape) || isNumber(shape) || isList(shape));
    }

    private static boolean isNumber(Schema shape) {
        return is(SchemaType.INTEGER, shape) || is(SchemaType.NUMBER, shape);
    }

    private static boolean isList(@Nullable Schema shape) {
        return shape != null && is(SchemaType.ARRAY, shape) && shape.getItems() != null && isBare(shape.getItems());
    }

    private static boolean is(SchemaType type, Schema shape) {
        return shape.getType() != null && shape.getType().contains(type);
    }

    private static Object typed(Schema shape, String example) {
        return isNumber(shape)
                ? new BigDecimal(example)
                : isList(shape) ? List.of(typed(shape.getItems(), example)) : example;
    }
}
