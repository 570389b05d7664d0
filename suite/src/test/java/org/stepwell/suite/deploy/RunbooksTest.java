package org.stepwell.suite.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.stepwell.suite.monitoring.Runbook;

/** Whatever a runbook tells to type can be typed as it stands, and names what production has. */
class RunbooksTest {

    @TempDir
    Path folder;

    @TempDir
    static Path copy;

    private static Rendered production;
    private static Rendered restored;

    @BeforeAll
    static void kubectlRendersProductionAndWhatARestoreMakesOfIt() throws IOException {
        production = Deploy.overlay("production");
        Deploy.copyTo(copy);
        restored = Deploy.render(RestoredTest.overlay(copy, "restored", "/switch"));
    }

    static Stream<Arguments> scripts() throws IOException {
        return Runbook.all(Deploy.FOLDER.resolve("monitoring/runbooks")).stream()
                .flatMap(runbook -> runbook.scripts().stream().map(script -> argumentSet(runbook.name(), script)));
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void whatIsToldToTypeCanBeTyped(String script) throws Exception {
        assertThat(Commands.complaints(script, production, folder)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void afterARestoreItAsksTheDatabaseThatServes(String script) throws Exception {
        var asTheAlertSaysThen = script.replace("cluster=therapy-database", "cluster=therapy-restored");

        assertThat(Commands.complaints(asTheAlertSaysThen, restored, folder)).isEmpty();
    }

    @Test
    void aDatabaseThatARestoreReplacedIsFound() throws Exception {
        var first = "kubectl -n stepwell exec svc/therapy-database-rw -c postgres --"
                + " psql -U postgres -d therapy -c 'select 1'";

        assertThat(Commands.complaints(first, production, folder)).isEmpty();
        assertThat(Commands.complaints(first, restored, folder))
                .anySatisfy(said -> assertThat(said).contains("there is no svc/therapy-database-rw"));
    }

    static Stream<Arguments> mistakes() {
        var all = "kubectl -n stepwell logs -l app.kubernetes.io/name=therapy-service";
        var logs = all + ",app.kubernetes.io/component=api --ignore-errors ";
        var psql = "kubectl -n stepwell exec svc/therapy-database-rw -c postgres -- psql -U postgres -d therapy -c ";
        return Stream.of(
                argumentSet("a word to be replaced", "kubectl -n NAMESPACE get pods", "has a word to be replaced"),
                argumentSet("a variable that is not set", "kubectl -n $there get pods", "unbound variable"),
                argumentSet("no namespace", "kubectl get pods", "say in which namespace"),
                argumentSet("a plugin", "kubectl cnpg -n stepwell status x", "kubectl does not know that"),
                argumentSet(
                        "a flag that kubectl has not",
                        "kubectl -n stepwell get pods --tale=1",
                        "kubectl does not know"),
                argumentSet(
                        "a Deployment by its short name",
                        "kubectl -n stepwell rollout status deployment/therapy --timeout=1s",
                        "there is no deployment/therapy"),
                argumentSet("ten lines", logs + "--since=10m", "shows ten lines"),
                argumentSet(
                        "a pod without a log that ends it",
                        "kubectl -n stepwell logs -l strimzi.io/name=stepwell-kafka --tail=30",
                        "ends at the first pod that has no log"),
                argumentSet(
                        "a migration among the replicas",
                        all + " --ignore-errors --tail=30",
                        "finds pods of [CronJob, Deployment, Job]"),
                argumentSet("a line that nobody writes", logs + "--tail=-1 | grep 'is never written'", "nobody writes"),
                argumentSet(
                        "a label that no pod has",
                        "kubectl -n stepwell get pods -l app.kubernetes.io/name=therapy",
                        "no pod has the label"),
                argumentSet(
                        "an object that is not there",
                        "kubectl -n stepwell get podmonitor services",
                        "there is no podmonitor services"),
                argumentSet(
                        "a database of another service",
                        psql.replace("-d therapy", "-d aftercare") + "'select 1'",
                        "there is no database aftercare"),
                argumentSet(
                        "a role of another name",
                        psql + "\"select 1 from pg_stat_activity where usename = 'therapy'\"",
                        "has no role therapy"));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void whatCanNotBeTypedIsSaid(String script, String complaint) throws Exception {
        assertThat(Commands.complaints(script, production, folder))
                .anySatisfy(said -> assertThat(said).contains(complaint));
    }
}
