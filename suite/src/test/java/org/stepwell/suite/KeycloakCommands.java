package org.stepwell.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The commands of docs/operations.md, "Who keeps it running", typed as they stand at a clinic of this machine: {@code kubectl} answers with
 * its administrator's Secret, and executes here what would be executed in Keycloak's pod.
 */
final class KeycloakCommands {

    /** Whom the page makes. */
    static final String PERSON = "ann@ops.example.org";

    private static final Path PAGE = Path.of("../docs/operations.md");
    private static final String HEADING = "### Who keeps it running";
    private static final Pattern BLOCK = Pattern.compile("(?s)```sh\n(.*?)```");
    private static final String KUBECTL = """
            #!/bin/bash
            case "$*" in
            "-n stepwell get secret keycloak-initial-admin -o jsonpath={.data.username}") printf admin | base64 ;;
            "-n stepwell get secret keycloak-initial-admin -o jsonpath={.data.password}") printf %s "$ADMINISTRATOR" | base64 ;;
            "-n stepwell exec "*)
                while [ "$1" != keycloak-0 ]; do shift; done
                shift
                [ "$1" != -- ] || shift
                words=()
                for word; do
                    word=${word//"/tmp/kcadm.config"/"$HERE/kcadm.config"}
                    word=${word//"/opt/keycloak"/"$KEYCLOAK"}
                    words+=("${word/#"https://localhost:8443"/"$SERVER"}")
                done
                exec "${words[@]}"
                ;;
            *) echo "nobody knows here: $*" >&2 && exit 1 ;;
            esac
            """;

    private final String server;
    private final String enrollment;
    private final Path here;
    private final Map<String, String> environment;
    private final List<String> blocks;

    /** Whether there is what they ask for; where there is not, {@code TourToolsTest} says so. */
    static boolean mayBeTyped() {
        return List.of("bash", "curl", "openssl").stream().allMatch(Programs::has);
    }

    KeycloakCommands(Ports ports, Path home) throws IOException {
        server = "http://127.0.0.1:" + ports.of(Door.KEYCLOAK);
        enrollment = "http://127.0.0.1:" + ports.of(Door.ENROLLMENT);
        here = Files.createDirectories(home.resolve("typed"));
        var kubectl = Files.writeString(here.resolve("kubectl"), KUBECTL);
        assertThat(kubectl.toFile().setExecutable(true)).isTrue();
        // As it is in an image; what Java unpacks is nobody's to execute.
        assertThat(home.resolve("keycloak/bin/kcadm.sh").toFile().setExecutable(true))
                .isTrue();
        var uuidgen = Files.writeString(here.resolve("uuidgen"), "#!/bin/sh\necho " + DemoClinic.RIVERSIDE);
        assertThat(uuidgen.toFile().setExecutable(true)).isTrue();
        environment = Map.of(
                "clinic", DemoClinic.RIVERSIDE,
                "PATH", here + ":" + System.getenv("PATH"),
                "JAVA_HOME", System.getProperty("java.home"),
                "ADMINISTRATOR", new Secrets(home.resolve("secrets.properties")).password("keycloak.admin"),
                "KEYCLOAK", home.resolve("keycloak").toString(),
                "SERVER", server,
                "HERE", here.toString());
        var page = Files.readString(PAGE);
        var section = page.substring(page.indexOf(HEADING), page.indexOf("\n## ", page.indexOf(HEADING)));
        blocks = BLOCK.matcher(section)
                .results()
                .map((MatchResult block) -> block.group(1))
                .toList();
        assertThat(blocks).as(HEADING).hasSize(6);
    }

    /** Signs in, makes somebody and signs out; answers the password that the page shows once. */
    String makesOneOfThose() throws Exception {
        var said = type(blocks.get(0) + blocks.get(1) + blocks.get(2), null);
        assertThat(here.resolve("kcadm.config"))
                .as("what signs in as the administrator")
                .doesNotExist();
        return said.lines().toList().getLast();
    }

    /** Somebody in front of a browser, who is given an address and comes back with a code. */
    interface Browser {
        String codeAt(String address) throws Exception;
    }

    /** Gets a token and founds with it the clinic that there is already; answers what that said, and the token at the end. */
    List<String> comesInAndFounds(Browser browser) throws Exception {
        var block = String.join("", blocks.subList(3, 6))
                .replace("https://identity.example.org", server)
                .replace("https://portal.example.org", "http://127.0.0.1:3000")
                .replace("https://api.example.org", enrollment);
        return type(block + "echo; echo \"$token\"", browser).lines().toList();
    }

    private String type(String script, @Nullable Browser browser) throws Exception {
        var bash = new ProcessBuilder("bash", "-eu", "-o", "pipefail", "-c", script);
        bash.environment().putAll(environment);
        var errors = here.resolve("errors");
        var process = bash.redirectError(errors.toFile()).start();
        try (var said = process.inputReader(StandardCharsets.UTF_8)) {
            try (var typed = process.outputWriter(StandardCharsets.UTF_8)) {
                if (browser != null) {
                    typed.write(browser.codeAt(said.readLine()) + "\n");
                }
            }
            var all = said.readAllAsString();
            assertThat(process.waitFor()).as(Files.readString(errors)).isZero();
            return all;
        }
    }
}
