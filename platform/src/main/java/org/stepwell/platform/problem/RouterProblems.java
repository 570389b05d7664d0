package org.stepwell.platform.problem;

import io.vertx.ext.web.Router;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Map;

/** Problems that arise before a request reaches a resource: unknown paths, bad tokens. */
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
        RULES.forEach((status, rule) -> router.errorHandler(status, context -> writer.write(context, rule, null)));
    }
}
