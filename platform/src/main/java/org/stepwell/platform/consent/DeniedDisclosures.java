package org.stepwell.platform.consent;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.event.Outbox;
import org.stepwell.platform.problem.HttpRule;
import org.stepwell.platform.problem.Problem;
import org.stepwell.platform.problem.ProblemWriter;

/**
 * Answers a refused disclosure, after its transaction has let go of its connection, and tells the ledger of it. Whoever asks by a
 * secret link learns no more than by a secret that opens nothing.
 */
@Singleton
class DeniedDisclosures {

    private final ProblemWriter writer;
    private final Outbox outbox;

    DeniedDisclosures(ProblemWriter writer, Outbox outbox) {
        this.writer = writer;
        this.outbox = outbox;
    }

    @ServerExceptionMapper
    RestResponse<Problem> denied(DisclosureDenied denied, UriInfo uri, ResourceInfo operation) {
        QuarkusTransaction.requiringNew().run(() -> outbox.append(denied.asked()));
        var path = uri.getRequestUri().getPath();
        var policy = Policy.of(operation.getResourceMethod(), operation.getResourceClass());
        return policy == Policy.LINK_HOLDERS_OPEN && denied.rule() == DisclosureRule.NO_CONSENT_IN_FORCE
                ? writer.answer(HttpRule.NOT_FOUND, null, path, List.of())
                : writer.answer(denied.rule(), denied.detail(), path, denied.errors());
    }
}
