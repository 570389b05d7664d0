package org.stepwell.suite.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A check that {@code docs/security.md} names is there. */
class SecurityPageTest {

    private static final Path CHECKOUT = Path.of("..");
    private static final Pattern NAMED = Pattern.compile("`([A-Z]\\w*Test)`");

    @Test
    void everyTestThatAnswersAThreatExists() throws IOException {
        var named = NAMED.matcher(Files.readString(CHECKOUT.resolve("docs/security.md")))
                .results()
                .map(test -> test.group(1))
                .collect(Collectors.toSet());

        assertThat(named).hasSizeGreaterThan(10);
        assertThat(tests()).containsAll(named);
    }

    private static Set<String> tests() throws IOException {
        try (var files =
                Files.find(CHECKOUT, 20, (file, _) -> file.toString().matches(".*/src/test/java/.*Test\\.java"))) {
            return files.map(file -> file.getFileName().toString().replace(".java", ""))
                    .collect(Collectors.toSet());
        }
    }
}
