package org.stepwell.platform.consent;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.stepwell.platform.event.Outbox;
import org.stepwell.platform.problem.Problem;
import org.stepwell.platform.problem.ProblemWriter;

/** Answers a refused disclosure, after its transaction has let go of its connection, and tells the ledger of it. */
@Singleton
class DeniedDisclosures {

    private final ProblemWriter writer;
    private final Outbox outbox;

    DeniedDisclosures(ProblemWriter writer, Outbox outbox) {
        this.writer = writer;
        this.outbox = outbox;
    }

    @ServerExceptionMapper
    RestResponse<Problem> denied(DisclosureDenied denied, UriInfo uri) {
        QuarkusTransaction.requiringNew().run(() -> outbox.append(denied.asked()));
        return writer.answer(denied.rule(), denied.detail(), uri.getRequestUri().getPath(), denied.errors());
    }
}
