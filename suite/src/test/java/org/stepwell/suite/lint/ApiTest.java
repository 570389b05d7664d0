package org.stepwell.suite.lint;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.stepwell.suite.Service;

/** What the four committed descriptions say: URLs end up in logs and histories, so no name and no free text is in them. */
class ApiTest {

    private static final Set<String> VERBS = Set.of("get", "post", "put", "patch", "delete");
    private static final Set<String> CODED_FORMATS = Set.of("date", "date-time", "uuid", "time");

    /** Text that is a code of ours or about no person, and why it may stand in a URL. */
    private static final Map<String, String> ALLOWED = Map.ofEntries(
            Map.entry("slug", "the name of a rule"),
            Map.entry("kind", "the code of a kind of task"),
            Map.entry("mine", "true or false"),
            Map.entry("listener", "the name of who listens to events"),
            Map.entry("flag", "a code of a safety flag"),
            Map.entry("track", "the code of a track of a program"),
            Map.entry("feed", "the code of a feed of public meetings"),
            Map.entry("/meeting-feeds/{feed} name", "the title of a public feed"),
            Map.entry("/meeting-feeds/{feed} source", "the public address of a feed"),
            Map.entry("/meeting-feeds/{feed} fewer", "true or false"),
            Map.entry("latitude", "of a point that its caller rounds to a kilometre"),
            Map.entry("longitude", "of a point that its caller rounds to a kilometre"),
            Map.entry("kilometers", "a number"),
            Map.entry("held", "a code of how a meeting is held"),
            Map.entry("openTo", "a code of whom a meeting is open to"),
            Map.entry("language", "the code of a language"),
            Map.entry("wheelchair", "true or false"),
            Map.entry("women", "true or false"),
            Map.entry("men", "true or false"),
            Map.entry("lgbtq", "true or false"),
            Map.entry("newcomer", "true or false"),
            Map.entry("day", "a day of the week"),
            Map.entry("from", "a time of day"),
            Map.entry("to", "a time of day"),
            Map.entry("secular", "true or false"),
            Map.entry("secret", "what a link opens by; such paths stand in no log"),
            Map.entry("state", "the two letters of a state"),
            Map.entry("types", "codes of kinds of meetings"));

    private record Parameter(String path, String name, JsonNode schema) {}

    @ParameterizedTest
    @EnumSource
    void everyOperationNamesAPolicyThatThereIs(Service service) throws IOException {
        var known = policies();
        var api = read(service);

        assertThat(operations(api))
                .isNotEmpty()
                .allSatisfy((name, operation) -> assertThat(known)
                        .as("%s %s", service.title(), name)
                        .contains(operation.path("x-policy").asText()));
    }

    @ParameterizedTest
    @EnumSource
    void urlsHoldIdsDatesAndCodesOnly(Service service) throws IOException {
        var api = read(service);

        assertThat(parameters(api))
                .isNotEmpty()
                .allSatisfy(parameter -> assertThat(mayStandInAUrl(api, parameter))
                        .as(
                                "%s of %s in %s is text: send it in a body, or say in ApiTest why it may stand in a URL",
                                parameter.name(), parameter.path(), service.title())
                        .isTrue());
    }

    @Test
    void aNameOrFreeTextWouldBeFound() throws IOException {
        var api = new YAMLMapper().readTree("""
                paths:
                  /patients:
                    get:
                      operationId: search
                      x-policy: CASELOAD_READS
                      parameters:
                        - {in: query, name: lastName, schema: {type: string}}
                        - {in: query, name: name, schema: {type: string, maxLength: 100}}
                        - {in: query, name: note, schema: {$ref: '#/components/schemas/Note'}}
                        - {in: query, name: born, schema: {type: string, format: date}}
                components:
                  schemas:
                    Note: {type: string}
                """);

        assertThat(parameters(api).stream()
                        .filter(parameter -> !mayStandInAUrl(api, parameter))
                        .map(Parameter::name))
                .containsExactlyInAnyOrder("lastName", "name", "note");
    }

    private static boolean mayStandInAUrl(JsonNode api, Parameter parameter) {
        return ALLOWED.containsKey(parameter.name())
                || ALLOWED.keySet().stream()
                        .anyMatch(allowed -> allowed.endsWith(" " + parameter.name())
                                && parameter.path().endsWith(allowed.substring(0, allowed.indexOf(' '))))
                || isCoded(api, parameter.schema());
    }

    private static boolean isCoded(JsonNode api, JsonNode schema) {
        if (schema.has("$ref")) {
            return isCoded(api, api.at(schema.get("$ref").asText().substring(1)));
        }
        if (schema.has("allOf")) {
            return isCoded(api, schema.get("allOf").get(0));
        }
        return switch (schema.path("type").asText()) {
            case "integer", "boolean" -> true;
            case "array" -> isCoded(api, schema.get("items"));
            case "string" ->
                schema.has("enum")
                        || CODED_FORMATS.contains(schema.path("format").asText());
            default -> false;
        };
    }

    private static Map<String, JsonNode> operations(JsonNode api) {
        var found = new java.util.TreeMap<String, JsonNode>();
        api.get("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(verb -> VERBS.contains(verb.getKey()))
                        .forEach(verb -> found.put(verb.getKey() + " " + path.getKey(), verb.getValue())));
        return found;
    }

    private static List<Parameter> parameters(JsonNode api) {
        var found = new ArrayList<Parameter>();
        api.get("paths").properties().forEach(path -> {
            collect(path.getKey(), path.getValue().path("parameters"), found);
            path.getValue()
                    .properties()
                    .forEach(verb -> collect(path.getKey(), verb.getValue().path("parameters"), found));
        });
        return found;
    }

    private static void collect(String path, JsonNode parameters, List<Parameter> found) {
        for (var parameter : parameters) {
            if (Set.of("path", "query").contains(parameter.path("in").asText())) {
                found.add(new Parameter(path, parameter.get("name").asText(), parameter.path("schema")));
            }
        }
    }

    /** As the source has them: this module knows the services from outside only. */
    private static List<String> policies() throws IOException {
        var source = Files.readString(Path.of("..", "platform/src/main/java/org/stepwell/platform/access/Policy.java"));
        return Pattern.compile("(?m)^    ([A-Z_]+)\\(")
                .matcher(source)
                .results()
                .map(constant -> constant.group(1))
                .toList();
    }

    /** An example of a time of day looks like a number to this reader of YAML. */
    private static JsonNode read(Service service) throws IOException {
        var text = Files.readString(Path.of("..", service.title() + "-service", "openapi.yaml"));
        return new YAMLMapper().readTree(text.replaceAll("(?m)^(\\s*- )(\\d\\d:\\d\\d:[0-9.]+)$", "$1'$2'"));
    }
}
