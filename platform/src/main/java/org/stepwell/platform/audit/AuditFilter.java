package org.stepwell.platform.audit;

import io.opentelemetry.api.trace.Span;
import io.quarkus.runtime.BlockingOperationControl;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.lang.annotation.Annotation;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.clinic.ClinicContext;
import org.stepwell.platform.edge.CallerAddress;
import org.stepwell.platform.problem.HttpRule;
import org.stepwell.platform.problem.Problem;
import org.stepwell.platform.problem.ProblemWriter;
import org.stepwell.platform.time.WallClock;

/**
 * The first to see a request for an operation and the last to see its answer: writes the row of whatever was refused,
 * failed, repeated or done without a transaction. Where that fails, 503 leaves instead of the answer. What is open to
 * anyone has a row only where it leaves something at a clinic or opens something there; whoever asks too often is told so, and has
 * none.
 */
@Singleton
class AuditFilter {

    private static final int BEFORE_ACCESS = Priorities.AUTHENTICATION - 100;
    private static final int AFTER_ALL_OTHERS = 0;

    private final AuditTrail trail;
    private final AuditTable table;
    private final CurrentVertxRequest request;
    private final CallerAddress callers;
    private final WallClock wall;
    private final ProblemWriter problems;

    AuditFilter(
            AuditTrail trail,
            AuditTable table,
            CurrentVertxRequest request,
            CallerAddress callers,
            WallClock wall,
            ProblemWriter problems) {
        this.trail = trail;
        this.table = table;
        this.request = request;
        this.callers = callers;
        this.wall = wall;
        this.problems = problems;
    }

    @ServerRequestFilter(priority = BEFORE_ACCESS)
    void begin(ContainerRequestContext asked, ResourceInfo operation) {
        var path = asked.getUriInfo().getPathParameters();
        var policy = Policy.of(operation.getResourceMethod(), operation.getResourceClass());
        if (policy != null && policy.asksNobody() && !path.containsKey("clinic")) {
            return;
        }
        var span = Span.current().getSpanContext();
        trail.begins(new AuditTrail.Beginning(
                operation.getResourceMethod(),
                wall.instant(),
                callers.of(request.getCurrent().request()),
                span.isValid() ? span.getTraceId() : null,
                asked.getHeaderString(HttpHeaders.IF_NONE_MATCH),
                AuditRecords.in(path)));
        path.getOrDefault("patient", List.of()).forEach(this::touch);
    }

    /** Who is refused has been asked about, too; what is no id names nobody. */
    private void touch(String patient) {
        try {
            trail.touches(PatientId.fromString(patient));
        } catch (IllegalArgumentException e) {
            return;
        }
    }

    @ServerResponseFilter(priority = AFTER_ALL_OTHERS)
    Uni<Void> end(ContainerResponseContext answer) {
        if (!trail.open()) {
            return Uni.createFrom().voidItem();
        }
        @Nullable
        String rule = answer.getEntity() instanceof Problem problem
                ? problem.type().substring(problem.type().lastIndexOf('/') + 1)
                : null;
        if (HttpRule.TOO_MANY_REQUESTS.slug().equals(rule) || trail.isMissOfAnybody(answer.getStatus())) {
            trail.written(); // nothing was looked at, and a row for each request of a flood would make it worse
            return Uni.createFrom().voidItem();
        }
        if (rule == null) {
            trail.touches(answer.getEntity());
        }
        var row = trail.row(answer.getStatus(), rule);
        var work = trail.work();
        trail.written(); // or 503: either way, this was the one attempt
        if (BlockingOperationControl.isBlockingAllowed()) {
            add(row, work, answer);
            return Uni.createFrom().voidItem();
        }
        return Uni.createFrom()
                .voidItem()
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .invoke(() -> add(row, work, answer));
    }

    private void add(AuditRow row, ClinicContext.@Nullable Work work, ContainerResponseContext answer) {
        try {
            table.addAlone(row, work);
        } catch (AuditUnwritable e) {
            var problem = problems.answer(HttpRule.TRY_AGAIN, e.detail(), null, List.of());
            answer.setStatus(problem.getStatus());
            answer.getHeaders().clear();
            answer.getHeaders().add(HttpHeaders.RETRY_AFTER, problem.getHeaderString(HttpHeaders.RETRY_AFTER));
            answer.setEntity(problem.getEntity(), new Annotation[0], MediaType.valueOf(Problem.MEDIA_TYPE));
        }
    }
}
