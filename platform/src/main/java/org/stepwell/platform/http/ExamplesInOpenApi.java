package org.stepwell.platform.http;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jspecify.annotations.Nullable;

/**
 * Gives each field of the API's description that has no example of its own the one its name has in
 * {@code META-INF/stepwell/examples.properties}: a name means the same everywhere, or is listed with its schema in front.
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
