package org.stepwell.platform.edge;

import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicLong;
import org.stepwell.platform.problem.BodySize;
import org.stepwell.platform.problem.HttpRule;
import org.stepwell.platform.problem.ProblemWriter;

/** Refuses a body that says itself that it is too large for its operation. */
@Singleton
class AnnouncedBody {

    private final Operations operations;
    private final ProblemWriter writer;

    AnnouncedBody(Operations operations, ProblemWriter writer) {
        this.operations = operations;
        this.writer = writer;
    }

    void stand(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).handler(this::measure);
    }

    /**
     * Before Quarkus does the same with an empty answer. Whoever asked first is answered at once; of what others send
     * already, a bounded part is dropped before the answer, which they would not read while they send.
     */
    private void measure(RoutingContext context) {
        var request = context.request();
        if (fits(context)) {
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

    /** What fits everywhere fits here; only for more is the operation looked for. */
    private boolean fits(RoutingContext context) {
        long announced = announcedBytes(context);
        return announced <= BodySize.BYTES_MAX
                || announced
                        <= operations.bodyBytesMax(context.request().method().name(), context.normalizedPath());
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
