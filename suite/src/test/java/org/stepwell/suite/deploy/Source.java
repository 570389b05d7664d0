package org.stepwell.suite.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the services' own code says about settings and events; the manifests are held against it. */
final class Source {

    private static final Path ROOT = Path.of("..");
    private static final Path SHARED =
            ROOT.resolve("platform/src/main/resources/META-INF/microprofile-config.properties");
    private static final Pattern NAME = Pattern.compile("\\bstepwell\\.[a-z][a-z0-9.-]*[a-z0-9]");
    private static final Pattern MAPPING = Pattern.compile("@ConfigMapping\\(prefix = \"([^\"]+)\"");
    private static final Pattern LISTENER = Pattern.compile("implements Listener<(\\w+)>");
    private static final Pattern METHOD = Pattern.compile("\\b([a-z]\\w*)\\(\\);");
    private static final Map<String, List<String>> TEXTS = new ConcurrentHashMap<>();
    private static final Map<String, Set<String>> READ = new ConcurrentHashMap<>();
    private static final Map<String, Boolean> MADE = new ConcurrentHashMap<>();

    private Source() {}

    /** A property that is the same in every service, as it is shipped. */
    static Optional<String> property(String name) {
        return property(SHARED, name);
    }

    /** What a service calls itself; its groups of consumers begin so. */
    static String application(String service) {
        var file = ROOT.resolve(service + "-service/src/main/resources/application.properties");
        return property(file, "quarkus.application.name").orElseThrow();
    }

    /** Every setting of ours that some code reads, as an environment variable. */
    static Set<String> settings() {
        return READ.computeIfAbsent("settings", _ -> {
            var settings = new TreeSet<String>();
            modules().flatMap(module -> texts(module).stream()).forEach(text -> {
                NAME.matcher(text).results().forEach(name -> settings.add(variable(name.group())));
                MAPPING.matcher(text).results().forEach(mapping -> settings.addAll(mapped(mapping.group(1), text)));
            });
            return settings;
        });
    }

    /** The families that a service listens to, in its own code and in the platform's. */
    static Set<String> heard(String service) {
        return READ.computeIfAbsent(service, _ -> {
            var families = new TreeSet<String>();
            Stream.of("platform", service + "-service")
                    .flatMap(module -> texts(module).stream())
                    .forEach(text -> LISTENER.matcher(text).results().forEach(family -> families.add(family.group(1))));
            return families;
        });
    }

    /** Whether code of a module makes a record, which it does to say it. */
    static boolean makes(String module, String record) {
        return MADE.computeIfAbsent(
                module + " " + record,
                _ -> texts(module).stream().anyMatch(text -> text.contains("new " + record + "(")));
    }

    /** The numbers that a table's rows begin with. */
    static Set<Integer> rows(Path page, Pattern row) {
        return row.matcher(text(page))
                .results()
                .map(each -> Integer.valueOf(each.group(1)))
                .collect(Collectors.toSet());
    }

    private static List<String> mapped(String prefix, String text) {
        var names = METHOD.matcher(text)
                .results()
                .map(method -> kebab(method.group(1)))
                .toList();
        var settings = new ArrayList<String>();
        for (var name : names) {
            settings.add(variable(prefix + "." + name));
            // A group of settings inside of the mapping.
            names.forEach(inner -> settings.add(variable(prefix + "." + name + "." + inner)));
        }
        return settings;
    }

    private static String kebab(String method) {
        return method.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    private static String variable(String name) {
        return name.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_");
    }

    private static Stream<String> modules() {
        return Stream.concat(
                Stream.of("platform", "instruments"), Deploy.SERVICES.stream().map(service -> service + "-service"));
    }

    private static Optional<String> property(Path file, String name) {
        var properties = new HashMap<String, String>();
        for (var line : text(file).lines().toList()) {
            var pair = line.split("=", 2);
            if (pair.length == 2 && !line.startsWith("#")) {
                properties.put(pair[0].strip(), pair[1].strip());
            }
        }
        return Optional.ofNullable(properties.get(name));
    }

    private static List<String> texts(String module) {
        return TEXTS.computeIfAbsent(module, each -> {
            try (var files = Files.walk(ROOT.resolve(each).resolve("src/main"))) {
                return files.filter(file -> file.toString().matches(".*\\.(java|properties)"))
                        .map(Source::text)
                        .toList();
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        });
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
