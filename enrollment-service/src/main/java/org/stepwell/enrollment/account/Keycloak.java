package org.stepwell.enrollment.account;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.stepwell.enrollment.account.Claims.Claim;
import org.stepwell.platform.access.Role;

/** Writes what tokens should say of a user into Keycloak: attributes, and the realm roles that clinics give. */
@Singleton
class Keycloak {

    private static final Set<String> OURS = Arrays.stream(Role.values())
            .filter(Role::byAccount)
            .map(Role::claim)
            .collect(Collectors.toUnmodifiableSet());

    private static final Set<String> STAFF =
            Arrays.stream(Role.values()).filter(Role::staff).map(Role::claim).collect(Collectors.toUnmodifiableSet());

    private static final Set<String> SECOND_FACTORS = Set.of("otp", "webauthn");
    private static final String SET_UP = "CONFIGURE_TOTP";

    /** How Keycloak calls the user that stands for a client. */
    private static final String SERVICE_ACCOUNT = "service-account-";

    private final KeycloakAdmin admin;
    private final AccountSettings settings;
    private final ObjectMapper json;

    Keycloak(KeycloakAdmin admin, AccountSettings settings, ObjectMapper json) {
        this.admin = admin;
        this.settings = settings;
        this.json = json;
    }

    /**
     * Writes all claims of a user; of a user whom no clinic names any more, it also ends the sessions. Somebody of the staff
     * without a second factor is to sign in again and set one up, before anybody who has learned their password does.
     */
    void write(String subject, List<Claim> claims) {
        var session = admin.session();
        var user = "users/" + KeycloakAdmin.encoded(subject);
        boolean unsafe = needsSecondFactor(session, user, claims);
        var known = withAttributes((ObjectNode) session.get(user), claims);
        if (claims.isEmpty() && known.path("username").asText().startsWith(SERVICE_ACCOUNT)) {
            known.put("enabled", false);
        }
        session.put(user, unsafe ? toSetUpSecondFactor(known) : known);
        var wanted = claims.stream().flatMap(claim -> claim.roles().stream()).collect(Collectors.toSet());
        var mappings = user + "/role-mappings/realm";
        var surplus = roles(session.get(mappings), name -> OURS.contains(name) && !wanted.contains(name));
        if (!surplus.isEmpty()) {
            session.delete(mappings, surplus);
        }
        var missing = roles(session.get(mappings + "/available"), wanted::contains);
        if (!missing.isEmpty()) {
            session.post(mappings, missing);
        }
        if (claims.isEmpty() || unsafe) {
            session.post(user + "/logout", json.createObjectNode());
        }
    }

    /**
     * Makes a client for a partner's system that signs in with this key; answers which user stands for it. The realm lets us
     * make clients; it does not let us read or change any.
     */
    String newClient(String client, PartnerKey key) {
        var form = json.createObjectNode()
                .put("clientId", client)
                .put("name", "A partner's system")
                .put("description", "Made by Stepwell; its user's roles and attributes say what it may do.")
                .put("enabled", true)
                .put("protocol", "openid-connect")
                .put("publicClient", false)
                .put("clientAuthenticatorType", "client-jwt")
                .put("standardFlowEnabled", false)
                .put("implicitFlowEnabled", false)
                .put("directAccessGrantsEnabled", false)
                .put("serviceAccountsEnabled", true)
                .put("fullScopeAllowed", true);
        form.putObject("attributes")
                .put("use.jwks.string", "true")
                .put("jwks.string", key.jwks())
                .put("token.endpoint.auth.signing.alg", key.algorithm());
        var session = admin.session();
        session.register(form);
        return session.get("users?exact=true&username=" + KeycloakAdmin.encoded(SERVICE_ACCOUNT + client))
                .path(0)
                .path("id")
                .asText();
    }

    private boolean needsSecondFactor(KeycloakAdmin.Session session, String user, List<Claim> claims) {
        return settings.secondFactor()
                && claims.stream().flatMap(claim -> claim.roles().stream()).anyMatch(STAFF::contains)
                && StreamSupport.stream(session.get(user + "/credentials").spliterator(), false)
                        .noneMatch(credential ->
                                SECOND_FACTORS.contains(credential.path("type").asText()));
    }

    private static ObjectNode toSetUpSecondFactor(ObjectNode user) {
        var actions = user.withArray("/requiredActions");
        if (StreamSupport.stream(actions.spliterator(), false).noneMatch(action -> SET_UP.equals(action.asText()))) {
            actions.add(SET_UP);
        }
        return user;
    }

    private ObjectNode withAttributes(ObjectNode user, List<Claim> claims) {
        var attributes = user.withObject("/attributes");
        set(
                attributes,
                "clinics",
                claims.stream().map(claim -> claim.clinic().toString()).toList());
        set(attributes, "staff_id", first(claims, Claim::staff));
        set(attributes, "patient_id", first(claims, Claim::patient));
        set(attributes, "partner_id", first(claims, Claim::partner));
        return user;
    }

    /** A token names one person; where clinics know somebody by different ids, each clinic's account says which is theirs. */
    private static List<String> first(List<Claim> claims, Function<Claim, @Nullable UUID> id) {
        return claims.stream()
                .map(id)
                .filter(Objects::nonNull)
                .map(String::valueOf)
                .limit(1)
                .toList();
    }

    private static void set(ObjectNode attributes, String name, List<String> values) {
        if (values.isEmpty()) {
            attributes.remove(name);
        } else {
            var list = attributes.putArray(name);
            values.forEach(list::add);
        }
    }

    private ArrayNode roles(JsonNode all, java.util.function.Predicate<String> which) {
        var found = json.createArrayNode();
        StreamSupport.stream(all.spliterator(), false)
                .filter(role -> which.test(role.path("name").asText()))
                .forEach(found::add);
        return found;
    }
}
