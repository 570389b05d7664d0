package org.stepwell.platform.edge;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Lets the listed web pages read our answers, letter for letter and none unless listed. Cookies play no part: a page
 * needs a token of its own.
 */
@Singleton
class Cors {

    private static final Pattern ORIGIN = Pattern.compile("https?://[a-z0-9.-]+(?::[0-9]{1,5})?");
    private static final String SECONDS_REMEMBERED = "600";

    private final Set<String> origins;

    Cors(@ConfigProperty(name = "stepwell.cors.origins") Optional<List<String>> listed) {
        origins = Set.copyOf(listed.orElse(List.of()));
        for (var origin : origins) {
            if (!ORIGIN.matcher(origin).matches()) {
                throw new IllegalStateException(
                        "stepwell.cors.origins names %s, which is no origin such as https://portal.example"
                                .formatted(origin));
            }
        }
    }

    /** Writes the headers; true where the request was only the question before one, and is answered by them. */
    boolean answers(HttpServerRequest request) {
        var origin = request.getHeader("Origin");
        if (origins.isEmpty()) {
            return false;
        }
        var response = request.response().putHeader("Vary", "Origin");
        if (origin == null || !origins.contains(origin)) {
            return false;
        }
        response.putHeader("Access-Control-Allow-Origin", origin)
                .putHeader(
                        "Access-Control-Expose-Headers",
                        "ETag, Link, Location, RateLimit, RateLimit-Policy, Retry-After, WWW-Authenticate");
        if (!request.method().equals(HttpMethod.OPTIONS)
                || request.getHeader("Access-Control-Request-Method") == null) {
            return false;
        }
        response.putHeader("Access-Control-Allow-Methods", "GET, POST, PUT, DELETE")
                .putHeader(
                        "Access-Control-Allow-Headers",
                        "Authorization, Content-Type, Idempotency-Key, If-Match, If-None-Match, X-Clinic, "
                                + "X-Family-Name, X-File-Name, X-Purpose-Of-Use, traceparent")
                .putHeader("Access-Control-Max-Age", SECONDS_REMEMBERED);
        return true;
    }
}
