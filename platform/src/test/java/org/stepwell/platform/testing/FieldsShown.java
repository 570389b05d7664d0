package org.stepwell.platform.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
    private static final String PRINTED = "(printed for people)";
    private static final String VALUE = "(a value)";

    /** The last id of a page says nothing. */
    private static final Set<String> NOTHING = Set.of("after");

    private final SortedMap<String, SortedMap<String, SortedSet<String>>> fieldsByRole = new TreeMap<>();

    /**
     * Somebody was answered with this.
     *
     * @param records of a list that has lines about these, the other lines are left out; none where all are theirs
     */
    void add(String role, String operation, String body, Set<String> records) {
        var fields = fieldsByRole
                .computeIfAbsent(operation, _ -> new TreeMap<>())
                .computeIfAbsent(role, _ -> new TreeSet<>());
        try {
            collect("", JSON.readTree(body), records, fields);
        } catch (JsonProcessingException e) {
            fields.add(PRINTED);
        }
    }

    private static void collect(String prefix, JsonNode node, Set<String> records, Set<String> fields) {
        if (node.isArray()) {
            about(records, node).forEach(item -> collect(prefix, item, records, fields));
        } else if (node.isObject()) {
            node.properties()
                    .forEach(field -> collect(
                            prefix + (prefix.isEmpty() ? "" : ".") + name(field.getKey()),
                            field.getValue(),
                            records,
                            fields));
        } else {
            fields.add(prefix.isEmpty() ? VALUE : prefix);
        }
    }

    private static List<JsonNode> about(Set<String> records, JsonNode list) {
        var lines = list.valueStream()
                .filter(line -> records.stream().anyMatch(line.toString()::contains))
                .toList();
        return lines.isEmpty() ? list.valueStream().toList() : lines;
    }

    /** Of a map, all codes and ids are one field. */
    private static String name(String key) {
        return key.matches("[A-Z0-9_]+|[0-9a-f-]{36}") ? "*" : key;
    }

    /** By verb and path, what showed nothing to somebody who was let in: whoever sees more later is in no line then. */
    Set<String> empty() {
        return fieldsByRole.entrySet().stream()
                .filter(operation -> operation.getValue().values().stream().anyMatch(NOTHING::containsAll))
                .map(operation -> operation.getKey().replaceAll(" by .*", ""))
                .collect(Collectors.toSet());
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
