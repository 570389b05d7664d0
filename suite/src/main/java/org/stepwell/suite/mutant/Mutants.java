package org.stepwell.suite.mutant;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.stepwell.suite.Folders;
import org.stepwell.suite.Settings;
import org.stepwell.suite.Verb;

/** Breaks one guard after the other and expects its test to turn red; a guard that nothing watches fails the check. */
public final class Mutants implements Verb {
    private static final Pattern EXPECTATION_FAILED = Pattern.compile(
            "<(failure|error)[^>]*type=\"[^\"]*(AssertionError|AssertionFailedError|ConditionTimeoutException)");

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
        var reports = copy.resolve(mutant.module()).resolve("target/surefire-reports");
        Folders.delete(reports); // what an earlier mutant left there says nothing about this one
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
        return judged(mutant, reports, code);
    }

    // Only the named test counts, and only when its own expectation failed: a mutant that does not compile or start
    // proves nothing.
    private static String judged(Mutant mutant, Path reports, int code) throws IOException {
        var log = reports.resolveSibling("../../mutant.log").normalize();
        try (Stream<Path> files = Files.isDirectory(reports) ? Files.list(reports) : Stream.empty()) {
            var report = files.filter(file -> file.toString().endsWith("." + mutant.testClass() + ".xml"))
                    .findFirst();
            if (report.isEmpty()) {
                return "not run; see " + log;
            }
            // A test with parameters has a case for each row; one red row is enough.
            var cases = Pattern.compile(
                            "<testcase name=\"%s(\\([^\"]*)?\".*?(/>|</testcase>)".formatted(mutant.testMethod()),
                            Pattern.DOTALL)
                    .matcher(Files.readString(report.get()))
                    .results()
                    .map(MatchResult::group)
                    .toList();
            if (cases.isEmpty()) {
                return "not run; see " + log;
            }
            if (cases.stream().anyMatch(one -> EXPECTATION_FAILED.matcher(one).find())) {
                return "red";
            }
            return code == 0
                    ? "STILL GREEN: nothing watches this guard"
                    : "broken in another way than its test says; see " + log;
        }
    }

    static List<Mutant> read() throws IOException {
        try (var in = Objects.requireNonNull(Mutants.class.getResourceAsStream("/mutants.json"))) {
            return new ObjectMapper()
                    .readValue(new String(in.readAllBytes(), StandardCharsets.UTF_8), new TypeReference<>() {});
        }
    }
}
