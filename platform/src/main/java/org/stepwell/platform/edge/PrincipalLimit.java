package org.stepwell.platform.edge;

import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.problem.HttpRule;
import org.stepwell.platform.problem.Refusal;

/** Keeps one account, or an address without one, from asking too often, before anything is read for it. */
@Singleton
class PrincipalLimit {

    private final CurrentIdentityAssociation association;
    private final CurrentVertxRequest current;
    private final RateLimits limits;

    PrincipalLimit(CurrentIdentityAssociation association, CurrentVertxRequest current, RateLimits limits) {
        this.association = association;
        this.current = current;
        this.limits = limits;
    }

    @ServerRequestFilter(priority = Priorities.AUTHENTICATION - 1)
    Uni<@Nullable Response> count(ResourceInfo operation, UriInfo uri) {
        boolean isRationed = operation.getResourceMethod().isAnnotationPresent(Rationed.class)
                || operation.getResourceClass().isAnnotationPresent(Rationed.class);
        var policy = Policy.of(operation.getResourceMethod(), operation.getResourceClass());
        if (policy != null && policy.asksNobody()) {
            if (current.getCurrent().request().getHeader("Authorization") != null) {
                mustHaveTurn(limits.unread(current.getCurrent()), "Too much is asked from your address. Wait %d s.");
            }
            if (policy == Policy.LINK_HOLDERS_OPEN) {
                mustHaveTurn(
                        limits.link(
                                uri.getPathParameters().getFirst("secret"),
                                current.getCurrent().response()),
                        "This link is opened too often. Wait %d s.");
            }
            if (isRationed) {
                mustHaveTurn(
                        limits.rationedAddress(current.getCurrent()),
                        "This was asked from your address a few times already. Call instead, or wait %d s.");
            }
            return Uni.createFrom().nullItem(); // no token is looked at
        }
        return association
                .getDeferredIdentity()
                .invoke(identity -> count(identity, isRationed))
                .replaceWith((Response) null);
    }

    private static void mustHaveTurn(Pace.Turn turn, String words) {
        if (!turn.granted()) {
            throw new Refusal(HttpRule.TOO_MANY_REQUESTS, words.formatted(Math.max(1, turn.nextSeconds())));
        }
    }

    private void count(SecurityIdentity identity, boolean isRationed) {
        if (!identity.isAnonymous() && identity.getPrincipal() instanceof JsonWebToken token) {
            @Nullable String subject = token.getSubject();
            var turn = limits.principal(
                    subject == null ? "" : subject,
                    isRationed,
                    current.getCurrent().response());
            mustHaveTurn(turn, "Your account asks too often. Wait %d s.");
        }
    }
}
