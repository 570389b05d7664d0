package org.stepwell.suite.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Seal keys that no longer fit one Secret come from several, by the lines that docs/operations.md gives for it. */
class SealKeysTest {

    private static final Pattern LINES =
            Pattern.compile("In the overlay, under `patches`:\n```\n(.+?)```", Pattern.DOTALL);

    @TempDir
    Path copy;

    @BeforeEach
    void kubectlIsThere() {
        Deploy.needsKubectl();
    }

    @Test
    void everyServiceReadsOneFolderOfTwoSecrets() throws IOException {
        var rendered = withTheLinesOfThePage();

        assertThat(rendered.services()).hasSize(4).allSatisfy(pod -> {
            var keys = Rendered.stream(pod.spec().path("volumes"))
                    .filter(volume -> volume.path("name").asText().equals("seal-keys"))
                    .findFirst()
                    .orElseThrow();
            assertThat(keys.has("secret")).isFalse();
            assertThat(keys.at("/projected/sources").findValuesAsText("name"))
                    .containsExactly("stepwell-seal-keys", "stepwell-seal-keys-2027");
        });
    }

    @Test
    void whoeverForgetsTheSecondSecretIsTold() throws IOException {
        assertThat(Check.of(withTheLinesOfThePage()))
                .containsExactly("Nobody makes the Secret stepwell-seal-keys-2027;"
                        + " add an ExternalSecret, or correct the name");
    }

    private Rendered withTheLinesOfThePage() throws IOException {
        Deploy.copyTo(copy);
        var page = LINES.matcher(Files.readString(Path.of("../docs/operations.md")));
        assertThat(page.find()).isTrue();
        var production = copy.resolve("overlays/production");
        var file = production.resolve("kustomization.yaml");
        var before = Files.readString(file);
        assertThat(before).contains("\npatches:\n");
        var lines = page.group(1).indent(2); // as the list stands there
        Files.writeString(file, before.replace("\npatches:\n", "\npatches:\n" + lines));
        return Deploy.render(production);
    }
}
