package org.stepwell.suite.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.stepwell.suite.Service;

/**
 * {@code docs/events.md} says what the code says: which events there are, what they carry and who does something about them.
 * After a change, run the test with {@code -Devents.write=true} and review the difference.
 */
class EventCatalogueTest {

    private static final Path ROOT = Path.of("..");
    private static final Path CATALOGUE = ROOT.resolve("docs/events.md");
    private static final Path CONTRACTS = ROOT.resolve("contracts/src/main/java/org/stepwell/contracts");

    private static final String HEAD = """
            # Events

            What the services tell each other. The records in `contracts/` are the source, with what each field means; this page is made
            from them and from the listeners, and a test compares it. Each event also carries its time (`at`), and in its headers what
            `Envelope` lists: id, clinic, number, actor, cause, trace. On a topic of *facts* each record happened once; on a topic of
            *state* the newest record of a key is the whole truth about it.
            """;

    private static final Pattern TOPIC =
            Pattern.compile("@Topic\\((?:value = )?\"([^\"]+)\"(, state = true)?\\)\\s*public sealed interface");
    private static final Pattern EVENT = Pattern.compile(
            "/\\*\\*((?:(?!\\*/).)*)\\*/\\s*@Wire\\(\"([^\"]+)\"\\)\\s*record (\\w+)\\(([^{]*)\\)\\s*implements",
            Pattern.DOTALL);
    private static final Pattern HEARD = Pattern.compile("(\\w+) (_|\\w+)(?=,| ->)");

    private record Event(String name, String record, String says, String carries) {}

    @Test
    void theCatalogueSaysWhatTheCodeSays() throws IOException {
        var catalogue = catalogue();
        if (Boolean.getBoolean("events.write")) {
            Files.writeString(CATALOGUE, catalogue);
        }

        assertThat(Files.readString(CATALOGUE)).isEqualTo(catalogue);
    }

    @Test
    void everyEventIsInIt() throws IOException {
        var golden = ROOT.resolve("contracts/src/test/resources/golden");
        try (var files = Files.list(golden)) {
            var names = files.map(file -> file.getFileName().toString().replace(".json", ""))
                    .toList();

            assertThat(names).isNotEmpty();
            assertThat(catalogue())
                    .contains(names.stream().map("| `%s` |"::formatted).toList());
        }
    }

    private static String catalogue() throws IOException {
        var heard = heard();
        var sections = new TreeMap<String, String>();
        for (var file : sources(CONTRACTS, ".java")) {
            var source = Files.readString(file);
            var topic = TOPIC.matcher(source);
            if (topic.find()) {
                sections.put(topic.group(1), section(topic.group(1), topic.group(2) != null, events(source), heard));
            }
        }
        return HEAD + String.join("", sections.values());
    }

    private static String section(String topic, boolean state, List<Event> events, Map<String, Set<String>> heard) {
        var rows = events.stream()
                .map(event -> "| `%s` | %s | %s | %s |\n"
                        .formatted(
                                event.name(),
                                event.says(),
                                event.carries(),
                                String.join(", ", heard.getOrDefault(event.record(), Set.of()))))
                .collect(Collectors.joining());
        return "\n## `%s` (%s)\n\n| event | says | carries | heard by |\n|---|---|---|---|\n%s"
                .formatted(topic, state ? "state" : "facts", rows);
    }

    private static List<Event> events(String source) {
        var events = new ArrayList<Event>();
        for (var found = EVENT.matcher(source); found.find(); ) {
            events.add(new Event(found.group(2), found.group(3), says(found.group(1)), carries(found.group(4))));
        }
        return events;
    }

    private static String says(String javadoc) {
        var text = javadoc.replaceAll("\\s*\\n\\s*\\*", " ");
        int tags = text.indexOf(" @");
        return (tags < 0 ? text : text.substring(0, tags))
                .replaceAll("\\{@(?:code|link) ([^}]+)}", "`$1`")
                .replaceAll("\\s+", " ")
                .strip();
    }

    private static String carries(String components) {
        return Arrays.stream(components.replaceAll("<[^>]*>", "").split(","))
                .map(component -> component.strip().replaceAll(".*\\s", ""))
                .filter(name -> !name.equals("at"))
                .collect(Collectors.joining(", "));
    }

    /** By the event's record: which services' listeners do something about it. */
    private static Map<String, Set<String>> heard() throws IOException {
        var heard = new TreeMap<String, Set<String>>();
        for (var service : Service.all()) {
            hear(
                    ROOT.resolve(service.title() + "-service/src/main/java/org/stepwell/" + service.title()),
                    service.title(),
                    heard);
        }
        hear(ROOT.resolve("platform/src/main/java/org/stepwell/platform"), "all", heard);
        return heard;
    }

    private static void hear(Path folder, String who, Map<String, Set<String>> heard) throws IOException {
        for (var file : sources(folder, "Listener.java")) {
            Files.readAllLines(file).stream()
                    .filter(line -> line.strip().startsWith("case "))
                    .forEach(line -> HEARD.matcher(line)
                            .results()
                            .filter(match -> !match.group(2).equals("_"))
                            .forEach(match -> heard.computeIfAbsent(match.group(1), _ -> new TreeSet<>())
                                    .add(who)));
        }
    }

    private static List<Path> sources(Path folder, String end) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(end)).sorted().toList();
        }
    }
}
