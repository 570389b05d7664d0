package org.stepwell.aftercare.risk;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A risk that anybody could be refused for would be another thing: nobody reads it but its readers, and the words of an offer. */
class RiskDecidesNothingTest {

    private static final Path SOURCES = Path.of("src/main/java/org/stepwell/aftercare");
    private static final Path THE_HOUSE = Path.of("..");

    @Test
    void nobodyAsksItsClassesButRechecksAndWhoeverSaysThatACheckInIsOver() {
        var classes = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("org.stepwell.aftercare");

        noClasses()
                .that()
                .resideOutsideOfPackages("..aftercare.risk..", "..aftercare.recheck..", "..aftercare.checkin..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("..aftercare.risk..")
                .check(classes);
        noClasses()
                .that()
                .resideInAPackage("..aftercare.checkin..")
                .should()
                .callMethod(LookAtWeeks.class, "factorsOf", org.stepwell.contracts.id.AftercarePlanId.class)
                .check(classes);
    }

    @Test
    void nobodyReadsItsTableButItsOwnFeature() throws IOException {
        assertThat(naming("relapse_risk", SOURCES)).isNotEmpty().allMatch(file -> file.contains("/risk/"));
    }

    @Test
    void noServiceDoesAnythingBecauseItWasTold() throws IOException {
        for (var service : List.of("enrollment", "scheduling", "therapy")) {
            assertThat(naming("RiskChanged ", THE_HOUSE.resolve(service + "-service/src/main/java")))
                    .allMatch(file -> onlyPassesOver(file));
        }
    }

    private static boolean onlyPassesOver(String file) {
        try {
            return Files.readAllLines(Path.of(file)).stream()
                    .filter(line -> line.contains("RiskChanged "))
                    .allMatch(line -> line.contains("RiskChanged _"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> naming(String word, Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> {
                        try {
                            return Files.readString(file).contains(word);
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    })
                    .map(Path::toString)
                    .toList();
        }
    }
}
