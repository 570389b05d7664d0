package org.stepwell.suite.mutant;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.stepwell.suite.Settings;
import org.stepwell.suite.Verb;

/** Breaks one guard after the other and expects its test to turn red; a guard that nothing watches fails the check. */
public final class Mutants implements Verb {
    private static final Pattern SUITE = Pattern.compile("<testsuite [^>]*>");

    @Override
    public int run(List<String> arguments) throws Exception {
        var settings = Settings.local();
        var copy = settings.home().resolve("mutants");
        var mutants = read().stream()
                .filter(mutant -> arguments.isEmpty() || arguments.contains(mutant.guard()))
                .toList();
        var caught = 0;
        for (var mutant : mutants) {
            Checkout.copy(settings.source(), copy);
            var verdict = verdict(mutant, copy);
            caught += verdict.equals("red") ? 1 : 0;
            System.out.printf("mutant: no %s: %s is %s%n", mutant.guard(), mutant.test(), verdict);
        }
        System.out.printf("%d of %d broken guards turned their test red%n", caught, mutants.size());
        return caught == mutants.size() ? 0 : 1;
    }

    private static String verdict(Mutant mutant, Path copy) throws IOException, InterruptedException {
        try {
            for (var edit : mutant.edits()) {
                Files.writeString(copy.resolve(edit.file()), edit.applied(copy));
            }
        } catch (Mutant.OutdatedMutant e) {
            return e.advice();
        }
        var log = copy.resolve("mutant.log");
        var code = new ProcessBuilder(
                        "./mvnw",
                        "-B",
                        "-ntp",
                        "-Dspotless.check.skip",
                        "-Dsurefire.failIfNoSpecifiedTests=false",
                        "-Dtest=" + mutant.test(),
                        "-pl",
                        mutant.module(),
                        "-am",
                        "test")
                .directory(copy.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start()
                .waitFor();
        return judged(mutant, copy, code);
    }

    // Only a test that ran and failed counts: a mutant that does not compile proves nothing.
    private static String judged(Mutant mutant, Path copy, int code) throws IOException {
        var folder = copy.resolve(mutant.module()).resolve("target/surefire-reports");
        try (Stream<Path> files = Files.isDirectory(folder) ? Files.list(folder) : Stream.empty()) {
            for (var report : files.filter(file -> isReportOf(mutant, file)).toList()) {
                var suite = SUITE.matcher(Files.readString(report));
                if (suite.find() && code != 0) {
                    return suite.group().contains("errors=\"0\"")
                                    && suite.group().contains("failures=\"0\"")
                            ? "green, but the build failed; see " + copy.resolve("mutant.log")
                            : "red";
                }
                return "STILL GREEN: nothing watches this guard";
            }
        }
        return "not run; see " + copy.resolve("mutant.log");
    }

    private static boolean isReportOf(Mutant mutant, Path file) {
        return file.getFileName().toString().endsWith("." + mutant.testClass() + ".xml");
    }

    private static List<Mutant> read() throws IOException {
        try (var in = Objects.requireNonNull(Mutants.class.getResourceAsStream("/mutants.json"))) {
            return new ObjectMapper()
                    .readValue(new String(in.readAllBytes(), StandardCharsets.UTF_8), new TypeReference<>() {});
        }
    }
}
