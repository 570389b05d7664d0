package org.stepwell.suite.mutant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A broken guard is looked for once in a while; that it can still be broken, and that its test is there, always. */
class MutantsTest {

    private static final Path TREE = Path.of("..");

    static List<Mutant> mutants() throws IOException {
        return Mutants.read();
    }

    @Test
    void eachGuardIsBrokenByItsName() throws IOException {
        assertThat(mutants()).extracting(Mutant::guard).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("mutants")
    void aGuardCanBeBroken(Mutant mutant) throws IOException {
        for (var edit : mutant.edits()) {
            assertThat(edit.applied(TREE)).as(mutant.guard()).isNotEqualTo(Files.readString(TREE.resolve(edit.file())));
        }
    }

    /** A service's policies, for one, are crossed by a test that all services inherit. */
    @ParameterizedTest
    @MethodSource("mutants")
    void theTestThatShouldTurnRedIsThere(Mutant mutant) throws IOException {
        assertThat(tests(mutant.module())).anyMatch(file -> file.endsWith(mutant.testClass() + ".java"));
        var method = "void " + mutant.testMethod() + "(";
        var files = Stream.concat(tests(mutant.module()).stream(), tests("platform").stream())
                .toList();
        for (var file : files) {
            if (Files.readString(file).contains(method)) {
                return;
            }
        }
        fail("no test has " + method);
    }

    private static List<Path> tests(String module) throws IOException {
        try (Stream<Path> files = Files.walk(TREE.resolve(module).resolve("src/test/java"))) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }
}
