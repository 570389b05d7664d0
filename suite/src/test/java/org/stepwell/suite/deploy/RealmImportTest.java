package org.stepwell.suite.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator.Feature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The realm that an operator imports is the one that this machine's Keycloak imports. After a change, run the test with
 * {@code -Drealm.write=true} and review the difference.
 */
class RealmImportTest {

    private static final Path REALM = Path.of("src/main/resources/keycloak/realm.json");
    private static final Path IMPORT = Deploy.FOLDER.resolve("data/keycloak/realm.yaml");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Z_]+)[:}]");
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .disable(Feature.WRITE_DOC_START_MARKER)
            .disable(Feature.SPLIT_LINES)
            .enable(Feature.INDENT_ARRAYS_WITH_INDICATOR)
            .build();

    private static final String HEAD = """
            # Written by a test from suite/src/main/resources/keycloak/realm.json, which is the one to edit:
            #   ./mvnw -pl suite -am test -Dtest=RealmImportTest -Dsurefire.failIfNoSpecifiedTests=false -Drealm.write=true
            """;

    @Test
    void theImportIsTheRealm() throws IOException {
        var realm = new ObjectMapper().readTree(REALM.toFile());
        var written = Deploy.documents(IMPORT).getFirst();
        if (Boolean.getBoolean("realm.write")) {
            ((ObjectNode) written.get("spec")).set("realm", realm);
            Files.writeString(IMPORT, HEAD + YAML.writeValueAsString(written));
        }

        assertThat(written.at("/spec/realm")).isEqualTo(realm);
    }

    @Test
    void everyPlaceholderIsFilledIn() throws IOException {
        var asked = new TreeSet<String>();
        PLACEHOLDER.matcher(Files.readString(REALM)).results().forEach(name -> asked.add(name.group(1)));
        var filled = new TreeSet<String>();
        Deploy.documents(IMPORT)
                .getFirst()
                .at("/spec/placeholders")
                .fieldNames()
                .forEachRemaining(filled::add);

        assertThat(filled).isNotEmpty().isEqualTo(asked);
    }
}
