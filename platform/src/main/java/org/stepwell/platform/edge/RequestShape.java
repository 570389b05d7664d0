package org.stepwell.platform.edge;

import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.stepwell.platform.problem.HttpRule;
import org.stepwell.platform.problem.ProblemWriter;

/** What a request may look like, so that no two readers of it understand different things. */
final class RequestShape {

    private static final int URI_CHARS_MAX = 8 << 10;
    private static final int HEADER_BYTES_MAX = 16 << 10;
    private static final int COLON_SPACE_AND_LINE_END = 4;
    private static final List<String> ONCE = List.of(
            "Authorization",
            "Content-Type",
            "Idempotency-Key",
            "If-Match",
            "If-None-Match",
            "Origin",
            "X-Clinic",
            "X-Family-Name",
            "X-File-Name",
            "X-Purpose-Of-Use",
            "traceparent");

    /** Empty segments, matrix parameters, backslashes, and slashes, dots and control characters written in code. */
    private static final Pattern UNCLEAR =
            Pattern.compile("//|;|\\\\|%(?:2f|5c|2e|3b|[01][0-9a-f]|7f)|/\\.{1,2}(?:/|$)");

    /** Three parts in Base64; what is shaped otherwise is not worth a look at keys. */
    private static final Pattern TOKEN =
            Pattern.compile("bearer +[a-z0-9_-]+\\.[a-z0-9_-]+\\.[a-z0-9_-]+", Pattern.CASE_INSENSITIVE);

    private RequestShape() {}

    /** Why a request is refused before it is routed. */
    record Fault(HttpRule rule, String advice) {}

    static Optional<Fault> fault(HttpServerRequest request) {
        if (request.uri().length() > URI_CHARS_MAX) {
            return refuse(HttpRule.URI_TOO_LONG, "Ask for less at once.");
        }
        int bytes = 0;
        for (var header : request.headers()) {
            bytes += header.getKey().length() + header.getValue().length() + COLON_SPACE_AND_LINE_END;
        }
        if (bytes > HEADER_BYTES_MAX) {
            return refuse(HttpRule.HEADERS_TOO_LARGE, "Send fewer or shorter headers, such as a smaller token.");
        }
        if (UNCLEAR.matcher(path(request)).find()) {
            return refuse(
                    HttpRule.UNCLEAR_PATH, "Write the path as the API does, without empty, dotted or encoded parts.");
        }
        for (var name : ONCE) {
            if (request.headers().getAll(name).size() > 1) {
                return refuse(HttpRule.INVALID_REQUEST, "Send the header %s once.".formatted(name));
            }
        }
        var token = request.getHeader("Authorization");
        if (token != null && !TOKEN.matcher(token).matches()) {
            return refuse(HttpRule.NOT_AUTHENTICATED, ProblemWriter.TOKEN_ADVICE);
        }
        var coding = request.getHeader("Content-Encoding");
        if (coding != null && !"identity".equalsIgnoreCase(coding.strip())) {
            return refuse(HttpRule.UNSUPPORTED_MEDIA_TYPE, "Send the body as it is, not compressed.");
        }
        return Optional.empty();
    }

    private static String path(HttpServerRequest request) {
        var uri = request.uri().toLowerCase(Locale.ROOT);
        int query = uri.indexOf('?');
        return query < 0 ? uri : uri.substring(0, query);
    }

    private static Optional<Fault> refuse(HttpRule rule, String advice) {
        return Optional.of(new Fault(rule, advice));
    }
}
