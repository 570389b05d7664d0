package org.stepwell.platform.testing;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The house rules, run over one service, whose classes are read once for all of them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class ArchitectureTestBase {

    private final String root;
    private final JavaClasses classes;

    /** For the classes below a root package. */
    protected ArchitectureTestBase(String root) {
        this.root = root;
        classes = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(root);
    }

    @Test
    void entitiesStandAlone() {
        HouseRules.entitiesStandAlone().allowEmptyShould(true).check(classes);
    }

    @Test
    void nobodyLooksAtTheWall() {
        HouseRules.nobodyLooksAtTheWall().check(classes);
    }

    @Test
    void nothingIsCalledAManager() {
        HouseRules.nothingIsCalledAManager().check(classes);
    }

    @Test
    void featuresFormNoCycle() {
        HouseRules.featuresFormNoCycle(root).check(classes);
    }

    @Test
    void requestsSayWhatMayBeMissing() {
        HouseRules.requestsSayWhatMayBeMissing().check(classes);
    }

    @Test
    void everyOperationIsGuarded() {
        HouseRules.everyOperationIsGuarded().check(classes);
    }

    @Test
    void whateverLetsSomethingOutSaysWhatAndAsks() {
        WaysOut.sayWhatTheyDiscloseAndAsk().allowEmptyShould(true).check(classes);
    }

    @Test
    void whoeverWritesToSomebodyAsksOrSaysWhyNot() {
        WaysOut.askBeforeTheyWrite().allowEmptyShould(true).check(classes);
    }

    @Test
    void everyRuleIsListed() throws IOException {
        HouseRules.everyRuleIsListed(listed()).allowEmptyShould(true).check(classes);
    }

    private static Set<String> listed() throws IOException {
        var list = Path.of("src/main/resources/META-INF/stepwell/rules");
        return Files.readAllLines(list).stream().map(String::strip).collect(Collectors.toSet());
    }
}
