package org.stepwell.therapy;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.stepwell.platform.testing.ArchitectureTestBase;

class ArchitectureTest extends ArchitectureTestBase {

    private static final String APART = "org.stepwell.therapy.counselingnote";

    ArchitectureTest() {
        super("org.stepwell.therapy");
    }

    /** No event, disclosure, task, message or log line is made of counseling notes, and nothing else of the service knows them. */
    @Test
    void counselingNotesStayWhereTheyAre() throws IOException {
        var classes = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("org.stepwell.therapy");

        noClasses()
                .that()
                .resideInAPackage(APART)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.stepwell.platform.event..",
                        "org.stepwell.platform.consent..",
                        "org.stepwell.platform.task..",
                        "org.stepwell.platform.message..",
                        "org.jboss.logging..")
                .check(classes);
        noClasses()
                .that()
                .resideOutsideOfPackage(APART)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(APART)
                .check(classes);
        try (var sources = Files.walk(Path.of("src/main/java"))) {
            assertThat(sources.filter(Files::isRegularFile))
                    .isNotEmpty()
                    .filteredOn(source -> mentions(source, "counseling_note"))
                    .isNotEmpty()
                    .allMatch(source -> source.toString().contains("/counselingnote/"));
        }
    }

    private static boolean mentions(Path source, String words) {
        try {
            return Files.readString(source).contains(words);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
