package org.stepwell.platform.problem;

import io.opentelemetry.api.trace.Span;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Writes a rule as a problem document; the one place that knows its shape. */
@Singleton
public class ProblemWriter {

    private static final Map<Integer, String> RETRY_AFTER_SECONDS = Map.of(503, "2", 429, "10");

    private final String root;

    ProblemWriter(@ConfigProperty(name = "quarkus.rest.path") String root) {
        this.root = root;
    }

    /** The document alone. */
    public Problem problem(Rule rule, @Nullable String detail, @Nullable String instance, List<FieldError> errors) {
        var trace = Span.current().getSpanContext();
        return new Problem(
                root + "/problems/" + rule.slug(),
                rule.sentence(),
                rule.status(),
                detail,
                instance,
                errors,
                trace.isValid() ? trace.getTraceId() : null);
    }

    /** The document as an answer. */
    public RestResponse<Problem> answer(
            Rule rule, @Nullable String detail, @Nullable String instance, List<FieldError> errors) {
        var answer = RestResponse.ResponseBuilder.<Problem>create(rule.status())
                .entity(problem(rule, detail, instance, errors))
                .header(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE);
        var retryAfter = RETRY_AFTER_SECONDS.get(rule.status());
        if (retryAfter != null) {
            answer.header(HttpHeaders.RETRY_AFTER, retryAfter);
        }
        if (rule.status() == 401) {
            answer.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        return answer.build();
    }
}
