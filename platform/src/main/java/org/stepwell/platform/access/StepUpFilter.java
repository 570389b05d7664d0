package org.stepwell.platform.access;

import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;
import org.stepwell.platform.problem.HttpRule;
import org.stepwell.platform.problem.Refusal;
import org.stepwell.platform.time.WallClock;

/** Sends whoever may do it, but came with a password alone, back for a second factor. */
@Singleton
class StepUpFilter {

    /** As long as the realm holds a second factor for fresh ({@code loa-max-age}); a refreshed token is no fresh one. */
    private static final Duration FRESH = Duration.ofMinutes(15);

    private final CurrentIdentityAssociation association;
    private final Caller caller;
    private final WallClock wall;

    StepUpFilter(CurrentIdentityAssociation association, Caller caller, WallClock wall) {
        this.association = association;
        this.caller = caller;
        this.wall = wall;
    }

    /** After the policy: whoever may not do it at all is not asked for more. */
    @ServerRequestFilter(priority = Priorities.AUTHENTICATION + 1)
    Uni<@Nullable Response> check(ResourceInfo operation) {
        @Nullable StepUp asked = operation.getResourceMethod().getAnnotation(StepUp.class);
        if (asked == null || (!asked.patientsToo() && caller.identity().roles().equals(EnumSet.of(Role.PATIENT)))) {
            return Uni.createFrom().nullItem();
        }
        return association.getDeferredIdentity().invoke(this::check).replaceWith((Response) null);
    }

    private void check(SecurityIdentity identity) {
        boolean given = identity.getPrincipal() instanceof JsonWebToken token
                && level(token.getClaim("acr")) >= StepUp.SECOND_FACTOR
                && signedIn(token).isAfter(wall.instant().minus(FRESH));
        if (!given) {
            throw new Refusal(
                    HttpRule.STEP_UP_REQUIRED, "Sign in again with a second factor, then repeat the request.");
        }
    }

    /** When they last showed who they are; long ago, where the token does not say: each refresh would issue it anew. */
    private static Instant signedIn(JsonWebToken token) {
        @Nullable Object said = token.getClaim("auth_time"); // 0 where the token does not say
        return said instanceof Number seconds ? Instant.ofEpochSecond(seconds.longValue()) : Instant.EPOCH;
    }

    /** Keycloak says levels as digits; any other word is no level we know. */
    private static int level(@Nullable Object acr) {
        var text = acr == null ? "" : acr.toString();
        return text.matches("[0-9]") ? Integer.parseInt(text) : 0;
    }
}
