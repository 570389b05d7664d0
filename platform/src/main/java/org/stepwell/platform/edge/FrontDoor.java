package org.stepwell.platform.edge;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.stepwell.platform.problem.HttpRule;
import org.stepwell.platform.problem.ProblemWriter;

/** The first to see a request: the cheapest refusals, before a body is read or a token is verified. */
@Singleton
class FrontDoor {

    private static final int NO_CONTENT = 204;
    private static final String ALLOW = "Allow";

    private final SafeHeaders headers;
    private final RateLimits limits;
    private final Cors cors;
    private final Operations operations;
    private final ProblemWriter problems;

    FrontDoor(SafeHeaders headers, RateLimits limits, Cors cors, Operations operations, ProblemWriter problems) {
        this.headers = headers;
        this.limits = limits;
        this.cors = cors;
        this.operations = operations;
        this.problems = problems;
    }

    /** Ahead of the routes that others hang at the same place. */
    void open(@Observes @Priority(1) Router router) {
        router.route().order(Integer.MIN_VALUE).handler(this::receive);
    }

    private void receive(RoutingContext context) {
        headers.put(context.response(), context.normalizedPath());
        boolean preflight = cors.answers(context.request()); // so that a page can read why it is refused
        var turn = limits.address(context);
        if (!turn.granted()) {
            problems.write(
                    context,
                    HttpRule.TOO_MANY_REQUESTS,
                    "Your address asks too often. Wait %d s.".formatted(Math.max(1, turn.nextSeconds())));
            return;
        }
        var fault = RequestShape.fault(context.request());
        if (fault.isPresent()) {
            problems.write(context, fault.get().rule(), fault.get().advice());
        } else if (preflight || tells(context)) {
            context.response().setStatusCode(NO_CONTENT).end();
        } else {
            context.addHeadersEndHandler(_ -> nameOthers(context));
            context.next();
        }
    }

    /** OPTIONS, where there is something, names what there is. */
    private boolean tells(RoutingContext context) {
        if (!context.request().method().equals(HttpMethod.OPTIONS)) {
            return false;
        }
        var allowed = operations.allowedAt(context.normalizedPath());
        allowed.ifPresent(methods -> context.response().putHeader(ALLOW, methods));
        return allowed.isPresent();
    }

    private void nameOthers(RoutingContext context) {
        if (context.response().getStatusCode() == HttpRule.METHOD_NOT_ALLOWED.status()) {
            operations
                    .allowedAt(context.normalizedPath())
                    .ifPresent(methods -> context.response().putHeader(ALLOW, methods));
        }
    }
}
