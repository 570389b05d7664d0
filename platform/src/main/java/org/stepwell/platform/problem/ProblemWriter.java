package org.stepwell.platform.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.opentelemetry.api.trace.Span;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Writes a rule as a problem document; the one place that knows its shape. */
@Singleton
public class ProblemWriter {

    /** What to do about a token, whatever is wrong with it. */
    public static final String TOKEN_ADVICE =
            "Send an access token of this clinic's issuer that has not expired, as Authorization: Bearer.";

    private static final String RETRY_AFTER_SECONDS = "2";

    private final String root;
    private final ObjectMapper json;

    ProblemWriter(@ConfigProperty(name = "quarkus.rest.path") String root, ObjectMapper json) {
        this.root = root;
        this.json = json;
    }

    /** The document alone. */
    public Problem problem(Rule rule, @Nullable String detail, @Nullable String instance, List<FieldError> errors) {
        var trace = Span.current().getSpanContext();
        return new Problem(
                root + "/problems/" + rule.slug(),
                rule.sentence(),
                rule.status(),
                detail,
                told(instance),
                errors,
                trace.isValid() ? trace.getTraceId() : null);
    }

    /** Whoever passes a problem on passes no secret link on. */
    private @Nullable String told(@Nullable String instance) {
        return instance != null && instance.startsWith(root + "/links/") ? null : instance;
    }

    /** The document as an answer. */
    public RestResponse<Problem> answer(
            Rule rule, @Nullable String detail, @Nullable String instance, List<FieldError> errors) {
        var answer = RestResponse.ResponseBuilder.<Problem>create(rule.status())
                .entity(problem(rule, detail, instance, errors))
                .header(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE);
        if (rule.status() == HttpRule.TRY_AGAIN.status()) {
            answer.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        }
        if (rule.status() == HttpRule.NOT_AUTHENTICATED.status()) {
            answer.header(HttpHeaders.WWW_AUTHENTICATE, challenge(rule));
        }
        return answer.build();
    }

    /** The document as the answer to a request that reached no resource. */
    public void write(RoutingContext context, HttpRule rule, @Nullable String detail) {
        var response = context.response();
        if (response.ended() || response.headWritten()) {
            return;
        }
        if (rule.status() == HttpRule.NOT_AUTHENTICATED.status()) {
            response.putHeader(HttpHeaders.WWW_AUTHENTICATE, challenge(rule));
        }
        try {
            response.setStatusCode(rule.status())
                    .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                    .end(json.writeValueAsString(problem(rule, detail, context.normalizedPath(), List.of())));
        } catch (JsonProcessingException e) {
            response.end();
        }
    }

    private static String challenge(Rule rule) {
        return rule == HttpRule.STEP_UP_REQUIRED
                ? "Bearer error=\"insufficient_user_authentication\", acr_values=\"2\", max_age=\"900\""
                : "Bearer";
    }
}
