package org.stepwell.suite;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class RealmFileTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void anAdditionJoinsObjectsAppendsListsAndReplacesTheRest() throws IOException {
        var base = """
                {"name": "a", "clients": [{"id": 1}], "limits": {"short": 1, "long": 2}}""";
        var addition = """
                {"name": "b", "clients": [{"id": 2}], "limits": {"long": 3}, "users": ["ivy"]}""";

        assertThat(RealmFile.merged(object(base), object(addition))).isEqualTo(object("""
                        {"name": "b", "clients": [{"id": 1}, {"id": 2}], "limits": {"short": 1, "long": 3}, "users": ["ivy"]}"""));
    }

    @Test
    void productionHasNobodyAndNoClientThatTakesAPassword() {
        var realm = RealmFile.read("realm.json");

        assertThat(each(realm.get("users")))
                .as("the only user is a client's own, which nobody signs in as")
                .singleElement()
                .satisfies(user -> {
                    assertThat(user.get("serviceAccountClientId").asText()).isEqualTo("stepwell-accounts");
                    assertThat(user.has("credentials")).isFalse();
                    assertThat(texts(user.at("/clientRoles/realm-management")))
                            .containsExactly("manage-users", "create-client");
                });
        assertThat(each(realm.get("clients")))
                .noneMatch(client -> client.path("directAccessGrantsEnabled").asBoolean(true));
        assertThat(each(realm.get("clients"))
                        .filter(client -> client.get("enabled").asBoolean()
                                && client.get("standardFlowEnabled").asBoolean()))
                .allSatisfy(client -> assertThat(client.at("/attributes/pkce.code.challenge.method")
                                .asText())
                        .isEqualTo("S256"));
    }

    @Test
    void everyAttributeThatBecomesAClaimIsDeclaredAndOnlyAdministratorsWriteIt() throws IOException {
        var component = RealmFile.read("realm.json").at("/components/org.keycloak.userprofile.UserProfileProvider/0");
        var profile =
                JSON.readTree(component.at("/config/kc.user.profile.config/0").asText());

        for (var name : Set.of("clinics", "staff_id", "patient_id", "partner_id")) {
            assertThat(each(profile.get("attributes"))
                            .filter(attribute ->
                                    name.equals(attribute.get("name").asText())))
                    .singleElement()
                    .satisfies(attribute ->
                            assertThat(texts(attribute.at("/permissions/edit"))).containsExactly("admin"));
        }
    }

    @Test
    void everyRoleHasADemoUserAndEveryDemoUserARole() {
        var roles = each(RealmFile.read("realm.json").at("/roles/realm"))
                .map(role -> role.get("name").asText())
                .collect(toSet());

        assertThat(RealmFile.demoUsers().stream()
                        .flatMap(user -> user.roles().stream())
                        .collect(toSet()))
                .isEqualTo(roles);
    }

    @Test
    void aRoleMeansItsFirstUserAndANameItsOwn() {
        assertThat(RealmFile.demoUser("clinician").name()).isEqualTo("carl");
        assertThat(RealmFile.demoUser("hal").name()).isEqualTo("hal");
        assertThatThrownBy(() -> RealmFile.demoUser("nobody"))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("nobody");
    }

    private static ObjectNode object(String json) throws IOException {
        return (ObjectNode) JSON.readTree(json);
    }

    private static Stream<JsonNode> each(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    private static Stream<String> texts(JsonNode list) {
        return each(list).map(JsonNode::asText);
    }
}
