package org.stepwell.platform.problem;

import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** Problems that arise before a request reaches a resource: unknown paths, oversized bodies, bad tokens. */
@Singleton
class RouterProblems {

    private static final Map<Integer, HttpRule> RULES = Map.of(
            400, HttpRule.UNREADABLE_BODY,
            401, HttpRule.NOT_AUTHENTICATED,
            403, HttpRule.NOT_ALLOWED,
            404, HttpRule.NOT_FOUND,
            405, HttpRule.METHOD_NOT_ALLOWED,
            413, HttpRule.BODY_TOO_LARGE,
            414, HttpRule.URI_TOO_LONG,
            415, HttpRule.UNSUPPORTED_MEDIA_TYPE,
            500, HttpRule.OUR_MISTAKE);

    private final ProblemWriter writer;

    RouterProblems(ProblemWriter writer) {
        this.writer = writer;
    }

    void answer(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).handler(this::measure);
        RULES.forEach((status, rule) -> router.errorHandler(status, context -> writer.write(context, rule, null)));
    }

    /**
     * Before Quarkus does the same with an empty answer. Whoever asked first is answered at once; of what others send
     * already, a bounded part is dropped before the answer, which they would not read while they send.
     */
    private void measure(RoutingContext context) {
        var request = context.request();
        if (announcedBytes(context) <= BodySize.BYTES_MAX) {
            context.next();
        } else if (request.getHeader("Expect") != null) {
            refuse(context);
        } else {
            var dropped = new AtomicLong();
            var timer = context.vertx().setTimer(BodySize.DROPPING_MILLIS_MAX, _ -> refuse(context));
            request.handler(part -> {
                        if (dropped.addAndGet(part.length()) > BodySize.DROPPED_BYTES_MAX) {
                            refuse(context);
                        }
                    })
                    .endHandler(_ -> refuse(context))
                    .exceptionHandler(_ -> context.vertx().cancelTimer(timer))
                    .resume();
            context.response().endHandler(_ -> context.vertx().cancelTimer(timer));
        }
    }

    private void refuse(RoutingContext context) {
        var response = context.response();
        if (response.ended() || response.closed()) {
            return;
        }
        if (context.request().version() != HttpVersion.HTTP_2) {
            response.putHeader("Connection", "close");
        }
        writer.write(context, HttpRule.BODY_TOO_LARGE, BodySize.ADVICE);
    }

    private static long announcedBytes(RoutingContext context) {
        var length = context.request().getHeader("Content-Length");
        try {
            return length == null ? 0 : Long.parseLong(length);
        } catch (NumberFormatException e) {
            return Long.MAX_VALUE;
        }
    }
}
