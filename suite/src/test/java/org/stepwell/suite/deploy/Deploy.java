package org.stepwell.suite.deploy;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The folder deploy/, and kubectl, which renders it. */
final class Deploy {

    static final Path FOLDER = Path.of("../deploy");
    static final List<String> SERVICES = List.of("enrollment", "scheduling", "therapy", "aftercare");

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final Map<Path, Rendered> ONCE = new ConcurrentHashMap<>();

    private Deploy() {}

    /** Every overlay, rendered once however many tests ask. */
    static List<Rendered> overlays() {
        return overlayNames().stream().map(Deploy::overlay).toList();
    }

    static List<String> overlayNames() {
        return folders("overlays");
    }

    static List<String> components() {
        return folders("components");
    }

    private static List<String> folders(String name) {
        try (var folders = Files.list(FOLDER.resolve(name))) {
            return folders.map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static Rendered overlay(String name) {
        needsKubectl();
        return render(FOLDER.resolve("overlays").resolve(name));
    }

    /** The tree once more, to be added to. */
    static void copyTo(Path copy) throws IOException {
        try (var files = Files.walk(FOLDER)) {
            for (var file : (Iterable<Path>) files::iterator) {
                var target = copy.resolve(FOLDER.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
    }

    /** What kubectl makes of a folder. */
    static Rendered render(Path folder) {
        return ONCE.computeIfAbsent(folder, Deploy::rendered);
    }

    /** Skipped by name where kubectl is missing: what was not rendered was not checked. */
    static void needsKubectl() {
        assumeTrue(
                has("kubectl"),
                "kubectl is not on the PATH, so that the manifests are not checked; ./stepwell doctor says how to get it");
    }

    static boolean has(String program) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
                .anyMatch(path -> Files.isExecutable(Path.of(path, program)));
    }

    static List<ObjectNode> documents(Path file) {
        try (var in = Files.newInputStream(file)) {
            return YAML.readerFor(ObjectNode.class).<ObjectNode>readValues(in).readAll();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(
                    "%s is no YAML that Kubernetes reads; correct it".formatted(file), unreadable);
        }
    }

    private static Rendered rendered(Path folder) {
        try {
            var printed = Files.createTempFile("rendered", ".yaml");
            var said = Files.createTempFile("said", ".txt");
            var kubectl = new ProcessBuilder("kubectl", "kustomize", folder.toString())
                    .redirectOutput(printed.toFile())
                    .redirectError(said.toFile())
                    .start();
            if (kubectl.waitFor() != 0) {
                throw new AssertionError("kubectl does not render %s: %s".formatted(folder, Files.readString(said)));
            }
            var objects = documents(printed);
            Files.delete(said);
            return new Rendered(folder.getFileName().toString(), printed, objects);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
