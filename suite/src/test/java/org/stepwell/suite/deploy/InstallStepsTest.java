package org.stepwell.suite.deploy;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands of docs/operations.md apply the tree in the order that they say, and wait for what they have applied. */
class InstallStepsTest {

    private static final Path PAGE = Path.of("../docs/operations.md");
    private static final Pattern APPLY =
            Pattern.compile("(?m)^ *kubectl apply -f release\\.yaml(?: -l ('[^']+'|\\S+))?(?: +#.*)?$");
    private static final Pattern AWAIT = Pattern.compile("(?m)^ *kubectl -n stepwell wait --for=\\S+ ([a-z.,]+) ");
    private static final Pattern SELECTOR = Pattern.compile("(\\S+?)(?:=(\\S+)| notin \\(([a-z, ]+)\\))");

    @BeforeEach
    void kubectlIsThere() {
        Deploy.needsKubectl();
    }

    @Test
    void anInstallationAndAnUpgradeApplyTheSameThreeSteps() {
        var installed = applied("## 2. Install");

        assertThat(installed).hasSize(3);
        assertThat(applied("## 3. Upgrade")).isEqualTo(installed);
    }

    @Test
    void firstComesWhatAllStandOnThenTheTablesThenTheServices() {
        var production = Deploy.overlay("production").objects();
        var steps = applied("## 2. Install");

        var first = production.stream().filter(selected(steps.get(0))).toList();
        var second = production.stream().filter(selected(steps.get(1))).toList();

        assertThat(kinds(second)).containsExactly("Job");
        assertThat(second).hasSize(4).doesNotContainAnyElementsOf(first);
        assertThat(kinds(first))
                .contains(
                        "Namespace",
                        "Cluster",
                        "Kafka",
                        "Keycloak",
                        "ExternalSecret",
                        "NetworkPolicy",
                        "ServiceAccount")
                .doesNotContain("Job", "HorizontalPodAutoscaler");
        assertThat(steps.get(2)).as("at last, all").isEmpty();
        var last = production.stream().filter(each -> !first.contains(each) && !second.contains(each));
        assertThat(kinds(last.toList())).containsExactlyInAnyOrder("Deployment", "HorizontalPodAutoscaler");
    }

    @Test
    void whatIsAppliedIsWaitedForByItsName() {
        var there = kinds(Deploy.overlay("production").objects()).stream()
                .map(kind -> kind.toLowerCase(Locale.ROOT))
                .collect(toSet());
        var awaited = AWAIT.matcher(chapter("## 2. Install"))
                .results()
                .flatMap(each -> Arrays.stream(each.group(1).split(",", -1)))
                .map(kind -> kind.replace("clusters.postgresql.cnpg.io", "cluster"))
                .collect(toSet());

        assertThat(there).containsAll(awaited);
        assertThat(awaited)
                .contains("externalsecret", "cluster", "kafka", "kafkatopic", "kafkauser", "keycloak", "job");
    }

    /** A Keycloak that was closed by hand would open again where everything is applied, and so would nothing else. */
    @Test
    void aRestoreAppliesWhatIsRestoredAndNothingThatWasClosed(@TempDir Path copy) throws IOException {
        var beside = RestoredTest.all(copy).get(1);
        var restore = chapter("## 5. Backup");

        assertThat(applied("## 5. Backup")).containsExactly("stepwell.org/restored=$SERVICE", "");
        assertThat(restore.indexOf("-l stepwell.org/restored=$SERVICE")).isLessThan(restore.indexOf("7. **Switch**"));
        for (var database : RestoredTest.DATABASES) {
            assertThat(kinds(beside.objects().stream()
                            .filter(selected("stepwell.org/restored=" + database))
                            .toList()))
                    .as(database)
                    .containsExactlyInAnyOrder("Cluster", "ScheduledBackup", "NetworkPolicy");
        }
    }

    /** The dry run of a changed Job fails, and then kubectl shows no difference at all. */
    @Test
    void theJobsAreGoneBeforeADifferenceIsAskedFor() {
        for (var chapter : List.of("## 3. Upgrade", "## 5. Backup")) {
            var before = chapter(chapter).split("kubectl diff ", -1);

            assertThat(before).as(chapter).hasSize(2);
            assertThat(before[0].strip().lines().toList().getLast())
                    .contains("delete job -l app.kubernetes.io/component=migration");
        }
    }

    private static List<String> applied(String chapter) {
        return APPLY.matcher(chapter(chapter))
                .results()
                .map(each -> each.group(1) == null ? "" : each.group(1).replace("'", ""))
                .toList();
    }

    private static String chapter(String heading) {
        var page = Source.text(PAGE);
        var begin = page.indexOf(heading);
        return page.substring(begin, page.indexOf("\n## ", begin));
    }

    private static Predicate<ObjectNode> selected(String selector) {
        var parts = SELECTOR.matcher(selector);
        assertThat(parts.matches()).as(selector).isTrue();
        return object -> {
            var value = object.at("/metadata/labels").path(parts.group(1)).asText();
            return parts.group(2) == null
                    ? !List.of(parts.group(3).split(", ", -1)).contains(value)
                    : value.equals(parts.group(2));
        };
    }

    private static Set<String> kinds(List<ObjectNode> objects) {
        return objects.stream().map(each -> each.path("kind").asText()).collect(toSet());
    }
}
