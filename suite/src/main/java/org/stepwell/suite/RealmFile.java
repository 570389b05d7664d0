package org.stepwell.suite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;

/** Who may sign in: the realm as production has it, and what is added on this machine for trying things out. */
final class RealmFile {
    /** The password of every demo user. */
    static final String DEMO_PASSWORD = "stepwell";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> WITHOUT_ACCOUNT = Set.of("ops", "support-person");

    private RealmFile() {}

    /**
     * A person of the demo clinics.
     *
     * @param staff their id among the staff, empty for those who treat nobody
     */
    record DemoUser(String name, String fullName, List<String> roles, List<String> clinics, String staff) {}

    /** The realm that a local clinic imports: production's, with demo users and the command line's client. */
    static byte[] forThisMachine() {
        try {
            return JSON.writerWithDefaultPrettyPrinter()
                    .writeValueAsBytes(merged(read("realm.json"), read("demo.json")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The demo users in the order of the file. */
    static List<DemoUser> demoUsers() {
        return StreamSupport.stream(read("demo.json").get("users").spliterator(), false)
                .map(user -> new DemoUser(
                        user.get("username").asText(),
                        user.get("firstName").asText() + " "
                                + user.get("lastName").asText(),
                        texts(user.get("realmRoles")),
                        texts(user.at("/attributes/clinics")),
                        user.at("/attributes/staff_id/0").asText()))
                .toList();
    }

    /** True for a demo user with a role that comes with the token alone. */
    static boolean hasRoleWithoutAccount(String user) {
        return demoUsers().stream()
                .anyMatch(demo ->
                        demo.name().equals(user) && demo.roles().stream().anyMatch(WITHOUT_ACCOUNT::contains));
    }

    /** The user of this name, or the first with this role. */
    static DemoUser demoUser(String nameOrRole) {
        var users = demoUsers();
        return Optional.<DemoUser>empty()
                .or(() -> users.stream()
                        .filter(user -> user.name().equals(nameOrRole))
                        .findFirst())
                .or(() -> users.stream()
                        .filter(user -> user.roles().contains(nameOrRole))
                        .findFirst())
                .orElseThrow(() -> new Trouble("Nobody is called or has the role \"%s\"; there are %s."
                        .formatted(
                                nameOrRole,
                                users.stream()
                                        .map(user -> user.name() + " " + user.roles())
                                        .toList())));
    }

    /** Two files as one: objects are joined, lists appended, anything else replaced by the addition. */
    static ObjectNode merged(ObjectNode base, ObjectNode addition) {
        var result = base.deepCopy();
        for (var field : addition.properties()) {
            var before = result.get(field.getKey());
            if (before instanceof ObjectNode object && field.getValue() instanceof ObjectNode more) {
                result.set(field.getKey(), merged(object, more));
            } else if (before instanceof ArrayNode list && field.getValue() instanceof ArrayNode more) {
                result.set(field.getKey(), list.deepCopy().addAll(more));
            } else {
                result.set(field.getKey(), field.getValue());
            }
        }
        return result;
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    /** One of the two files as it is. */
    static ObjectNode read(String name) {
        try (var in = RealmFile.class.getResourceAsStream("/keycloak/" + name)) {
            if (in == null) {
                throw new IllegalStateException("the suite's jar lacks keycloak/" + name);
            }
            return (ObjectNode) JSON.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
