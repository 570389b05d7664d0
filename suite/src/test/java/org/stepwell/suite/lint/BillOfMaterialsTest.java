package org.stepwell.suite.lint;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.stepwell.suite.Service;

/** The bill of materials of a packaged service lists every jar that runs in it. */
class BillOfMaterialsTest {

    @ParameterizedTest
    @EnumSource
    void everyJarThatRunsIsListed(Service service) throws IOException {
        var target = Path.of("..", service.title() + "-service", "target");
        var bill = target.resolve("bom.json");
        assumeThat(bill).as("packaged before").exists();

        var read = new ObjectMapper().readTree(bill.toFile());
        assertThat(read.get("bomFormat").asText()).isEqualTo("CycloneDX");
        Set<String> listed = StreamSupport.stream(read.get("components").spliterator(), false)
                .map(component -> component.get("group").asText() + "."
                        + component.get("name").asText() + "-"
                        + component.get("version").asText())
                .collect(toCollection(TreeSet::new));

        assertThat(jarsOf(target.resolve("quarkus-app/lib")))
                .isNotEmpty()
                .allSatisfy(jar -> assertThat(listed).as("listed: %s", jar).anyMatch(jar::startsWith));
    }

    /** Quarkus calls a jar by its group, name and version; a classifier may follow. */
    private static Set<String> jarsOf(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .map(file -> file.getFileName().toString())
                    .collect(toCollection(TreeSet::new));
        }
    }
}
