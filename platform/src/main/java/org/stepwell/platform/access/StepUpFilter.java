package org.stepwell.platform.access;

import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;
import org.stepwell.platform.problem.HttpRule;
import org.stepwell.platform.problem.Refusal;

/** Sends whoever may do it, but came with a password alone, back for a second factor. */
@Singleton
class StepUpFilter {

    private final CurrentIdentityAssociation association;

    StepUpFilter(CurrentIdentityAssociation association) {
        this.association = association;
    }

    /** After the policy: whoever may not do it at all is not asked for more. */
    @ServerRequestFilter(priority = Priorities.AUTHENTICATION + 1)
    Uni<@Nullable Response> check(ResourceInfo operation) {
        @Nullable StepUp asked = operation.getResourceMethod().getAnnotation(StepUp.class);
        if (asked == null) {
            return Uni.createFrom().nullItem();
        }
        return association
                .getDeferredIdentity()
                .invoke(identity -> check(identity, asked.patientsToo()))
                .replaceWith((Response) null);
    }

    private static void check(SecurityIdentity identity, boolean patientsToo) {
        if (!patientsToo && identity.getRoles().equals(Set.of(Role.PATIENT.claim()))) {
            return;
        }
        @Nullable Object acr = identity.getPrincipal() instanceof JsonWebToken token ? token.getClaim("acr") : null;
        if (level(acr) < StepUp.SECOND_FACTOR) {
            throw new Refusal(
                    HttpRule.STEP_UP_REQUIRED, "Sign in again with a second factor, then repeat the request.");
        }
    }

    /** Keycloak says levels as digits; any other word is no level we know. */
    private static int level(@Nullable Object acr) {
        var text = acr == null ? "" : acr.toString();
        return text.matches("[0-9]") ? Integer.parseInt(text) : 0;
    }
}
