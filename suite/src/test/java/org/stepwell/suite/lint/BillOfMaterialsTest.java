package org.stepwell.suite.lint;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.cyclonedx.Version;
import org.cyclonedx.parsers.JsonParser;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.stepwell.suite.Service;

/** The bill of materials of a packaged service lists the jars that run in it and no others, each under a licence that suits us. */
class BillOfMaterialsTest {

    /** What may be used beside Apache-2.0; of a library with several licences we choose one. */
    private static final Set<String> LICENCES = Set.of(
            "Apache-2.0",
            "BSD-2-Clause",
            "BSD-3-Clause",
            "CC0-1.0",
            "EPL-2.0",
            "MIT",
            "MIT-0",
            // BSD-3-Clause, under a name of its own
            "iCal4j - License",
            // jboss-transaction-spi says it in these words
            "Public Domain");

    /** Listed because others name it, and left out of the package by Quarkus: it is for editors. */
    private static final String LEFT_OUT = "io.quarkus.quarkus-ide-launcher-";

    @ParameterizedTest
    @EnumSource
    void theJarsThatRunAreListedAndNoOthers(Service service) throws IOException {
        var bill = bill(service);
        assertThat(bill.get("bomFormat").asText()).isEqualTo("CycloneDX");
        Set<String> listed = components(bill).map(BillOfMaterialsTest::name).collect(toCollection(TreeSet::new));
        var jars = jarsOf(target(service).resolve("quarkus-app/lib"));

        assertThat(jars)
                .isNotEmpty()
                .allSatisfy(jar -> assertThat(listed).as("listed: %s", jar).anyMatch(jar::startsWith));
        assertThat(listed)
                .filteredOn(name -> !name.startsWith(LEFT_OUT))
                .allSatisfy(name -> assertThat(jars).as("runs: %s", name).anyMatch(jar -> jar.startsWith(name)));
    }

    @ParameterizedTest
    @EnumSource
    void theBillKeepsTheSchemaOfItsFormat(Service service) throws IOException {
        var bill = Files.readString(target(service).resolve("bom.json"));

        assertThat(new JsonParser().validate(bill, Version.VERSION_16)).isEmpty();
        // The schema is there and is asked: what breaks it is found.
        var broken = bill.replaceFirst("\"type\" : \"library\"", "\"type\" : \"book\"");
        assertThat(new JsonParser().validate(broken, Version.VERSION_16)).isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void eachIsUnderALicenceThatSuitsUs(Service service) throws IOException {
        assertThat(components(bill(service)))
                .isNotEmpty()
                .allSatisfy(component ->
                        assertThat(licences(component)).as(name(component)).containsAnyElementsOf(LICENCES));
    }

    private static Path target(Service service) {
        return Path.of("..", service.title() + "-service", "target");
    }

    private static JsonNode bill(Service service) throws IOException {
        var bill = target(service).resolve("bom.json");
        assertThat(bill)
                .as("the bill of a packaged service: ./mvnw -DskipTests verify packages it")
                .exists();
        return new ObjectMapper().readTree(bill.toFile());
    }

    private static Stream<JsonNode> components(JsonNode bill) {
        return StreamSupport.stream(bill.get("components").spliterator(), false);
    }

    private static String name(JsonNode component) {
        return "%s.%s-%s"
                .formatted(
                        component.get("group").asText(),
                        component.get("name").asText(),
                        component.get("version").asText());
    }

    /** By their SPDX id, or by name where they have none. */
    private static Stream<String> licences(JsonNode component) {
        return StreamSupport.stream(component.path("licenses").spliterator(), false)
                .map(entry -> entry.path("license"))
                .map(licence -> licence.path("id").asText(licence.path("name").asText()));
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
