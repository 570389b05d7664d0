package org.stepwell.platform.access;

import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Response;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.ClinicId;
import org.stepwell.contracts.id.PartnerId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.platform.problem.HttpRule;
import org.stepwell.platform.problem.Refusal;

/** The first door: no operation without a policy, nobody without a role in it, no clinic but the caller's. */
@Singleton
class AccessFilter {

    private final CurrentIdentityAssociation association;
    private final Caller caller;
    private final Accounts accounts;

    AccessFilter(CurrentIdentityAssociation association, Caller caller, Accounts accounts) {
        this.association = association;
        this.caller = caller;
        this.accounts = accounts;
    }

    @ServerRequestFilter(priority = Priorities.AUTHENTICATION)
    Uni<@Nullable Response> admit(ContainerRequestContext request, ResourceInfo operation) {
        var policy = Policy.of(operation.getResourceMethod(), operation.getResourceClass());
        caller.askedOf(operation.getResourceMethod().getAnnotation(Discloses.class));
        if (policy != null && policy.asksNobody()) {
            anybodyAt(request.getUriInfo().getPathParameters().getFirst("clinic"));
            return Uni.createFrom().nullItem();
        }
        if (policy == Policy.SIGNED_IN) {
            return association.getDeferredIdentity().invoke(this::welcome).replaceWith((Response) null);
        }
        return association
                .getDeferredIdentity()
                .map(identity -> recognize(identity, request))
                .chain(token -> accounts.of(token.clinic(), token.subject())
                        .invoke(account -> admit(accounts.admit(token, account), request, policy)))
                .replaceWith((Response) null);
    }

    /** Where the path names a clinic; what is no id is refused with the other parameters. */
    private void anybodyAt(@Nullable String clinic) {
        try {
            if (clinic != null) {
                caller.anybodyAt(ClinicId.fromString(clinic));
            }
        } catch (IllegalArgumentException e) {
            return;
        }
    }

    /** Whoever is signed in may ask; what they bring decides at which clinic. */
    private void welcome(SecurityIdentity identity) {
        if (identity.isAnonymous()) {
            throw new UnauthorizedException();
        }
        caller.named(new Claims((JsonWebToken) identity.getPrincipal()).subject(), EnumSet.noneOf(Role.class));
        caller.admitted(Policy.SIGNED_IN);
    }

    /** What the token says. */
    private Caller.Identity recognize(SecurityIdentity identity, ContainerRequestContext request) {
        if (identity.isAnonymous()) {
            throw new UnauthorizedException();
        }
        var roles = EnumSet.noneOf(Role.class);
        identity.getRoles().forEach(claim -> Role.ofClaim(claim).ifPresent(roles::add));
        var claims = new Claims((JsonWebToken) identity.getPrincipal());
        caller.named(claims.subject(), roles);
        accounts.mustBeFresh(roles, claims.issued());
        var token = new Caller.Identity(
                claims.subject(),
                roles,
                clinic(claims.clinics(), request.getHeaderString("X-Clinic")),
                claims.id("staff_id", StaffId::fromString),
                claims.id("patient_id", PatientId::fromString),
                claims.id("partner_id", PartnerId::fromString));
        caller.recognized(token);
        return token;
    }

    private void admit(Caller.Identity who, ContainerRequestContext request, @Nullable Policy policy) {
        caller.named(who.subject(), who.roles());
        caller.recognized(who);
        if (policy == null
                || who.roles().stream()
                        .allMatch(role -> policy.relationsOf(role).isEmpty())) {
            throw new Refusal(
                    HttpRule.NOT_ALLOWED, "Your roles (%s) do not include this.".formatted(names(who.roles())));
        }
        caller.admitted(policy);
        caller.asksFor(PurposeOfUse.of(request.getHeaderString(PurposeOfUse.HEADER), who.roles()));
    }

    /** The one clinic of the token, or the one that {@code X-Clinic} chooses among several. */
    private static ClinicId clinic(Set<ClinicId> clinics, @Nullable String chosen) {
        if (chosen == null && clinics.size() == 1) {
            return clinics.iterator().next();
        }
        return clinics.stream()
                .filter(clinic -> clinic.toString().equals(chosen))
                .findFirst()
                .orElseThrow(() -> new Refusal(
                        HttpRule.NOT_ALLOWED,
                        chosen == null
                                ? "Your token names %d clinics; choose one with the header X-Clinic."
                                        .formatted(clinics.size())
                                : "X-Clinic is none of your clinics."));
    }

    private static String names(Collection<Role> roles) {
        return roles.isEmpty()
                ? "none"
                : String.join(", ", roles.stream().map(Role::claim).toList());
    }
}
