package org.stepwell.platform.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Which fields of a record each role is shown, in a file that is committed and read by people: whoever adds a field sees there
 * who gets to see it. After a change, run the test with {@code -Dfields.write=true} and review the difference.
 */
final class FieldsShown {

    private static final Path REVIEWED = Path.of("src/test/resources/fields-shown.txt");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final SortedMap<String, SortedMap<String, SortedSet<String>>> fieldsByRole = new TreeMap<>();

    /** Somebody was answered with this. */
    void add(String role, String operation, String body) {
        try {
            var fields = fieldsByRole
                    .computeIfAbsent(operation, _ -> new TreeMap<>())
                    .computeIfAbsent(role, _ -> new TreeSet<>());
            collect("", JSON.readTree(body), fields);
        } catch (JsonProcessingException e) {
            // printed for people: its text is not made of fields
        }
    }

    private static void collect(String prefix, JsonNode node, Set<String> fields) {
        if (node.isArray()) {
            node.forEach(item -> collect(prefix, item, fields));
        } else if (node.isObject()) {
            node.properties()
                    .forEach(field ->
                            collect(prefix + (prefix.isEmpty() ? "" : ".") + field.getKey(), field.getValue(), fields));
        } else if (!prefix.isEmpty()) {
            fields.add(prefix);
        }
    }

    /** What was shown, roles that see the same in one line. */
    String text() {
        var text = new StringBuilder();
        fieldsByRole.forEach((operation, byRole) -> {
            text.append(operation).append('\n');
            var rolesByFields = new TreeMap<String, SortedSet<String>>();
            byRole.forEach((role, fields) -> rolesByFields
                    .computeIfAbsent(String.join(" ", fields), _ -> new TreeSet<>())
                    .add(role));
            text.append(rolesByFields.entrySet().stream()
                    .map(same -> "  %s: %s%n".formatted(String.join(", ", same.getValue()), same.getKey()))
                    .collect(Collectors.joining()));
        });
        return text.toString();
    }

    /** What somebody has reviewed. */
    String reviewed() throws IOException {
        if (Boolean.getBoolean("fields.write")) {
            Files.createDirectories(REVIEWED.getParent());
            Files.writeString(REVIEWED, text());
        }
        return Files.exists(REVIEWED) ? Files.readString(REVIEWED) : "";
    }
}
