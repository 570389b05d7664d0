package org.stepwell.suite;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A clinic that its user has started with {@code up}, as a process and in a folder of its own: killed, started again, ended. */
public final class LaunchedClinic implements AutoCloseable {

    private static final Duration END_MAX = Duration.ofSeconds(15);
    private static final long PAUSE_MILLIS = 100;

    private final Ports ports = Ports.free();
    private final URI traces;
    private final Path home;
    private final Path said;
    private @Nullable Process launcher;
    private List<ProcessHandle> running = List.of();

    /** Nothing is started yet; services will send their traces there. */
    public LaunchedClinic(URI traces) throws IOException {
        this.traces = traces;
        // What takes long to unpack is where it always is.
        var usual = Settings.local();
        usual.makeFolders();
        home = Files.createTempDirectory("stepwell-up");
        said = home.resolve("said");
        Files.createSymbolicLink(home.resolve("cache"), usual.cache());
    }

    /** The clinic while it is up, as other programs of its user find it. */
    public Clinic attach() {
        return Clinic.running(home).orElseThrow(() -> new AssertionError("No clinic is up in " + home));
    }

    /** The first launcher is killed while it starts; the second finds what that left, ends it, and comes up. */
    public void startsAfterAKill() throws IOException, InterruptedException {
        var killed = up();
        await("PostgreSQL 18", killed);
        while (children().isEmpty()) {
            assertThat(killed.isAlive()).as(Files.readString(said)).isTrue();
            Thread.sleep(PAUSE_MILLIS);
        }
        killed.destroyForcibly().waitFor();
        var orphans = children();
        assertThat(orphans).isNotEmpty();

        await("Stepwell is up", up());

        assertThat(Files.readString(said)).contains("ended what an earlier run left behind:");
        assertThat(orphans).noneMatch(ProcessHandle::isAlive);
        running = children();
        assertThat(running)
                .as(Files.readString(said))
                .hasSizeGreaterThanOrEqualTo(5)
                .allMatch(ProcessHandle::isAlive);
    }

    /** The verbs that look into a running clinic. */
    public void answersItsVerbs() throws IOException, InterruptedException {
        assertThat(verb("status", "--json")).contains("\"up\":true");
        assertThat(verb("token", "ivy")).matches("(?s)[\\w-]+\\.[\\w-]+\\.[\\w-]+\\s*");
        assertThat(verb("sql", "enrollment", "select name from clinic order by name"))
                .contains("Harbor", "Riverside");
        assertThat(verb("status", "--jsn")).contains("is not known here");
        assertThat(verb("logs", "nobody")).contains("there are [", "enrollment", "keycloak", "postgres");
        var shown = home.resolve("shown");
        var following = launch(shown, "logs", "enrollment");
        try {
            while (!Files.readString(shown).contains("enrollment 0.1.0")) {
                assertThat(following.isAlive()).as(Files.readString(shown)).isTrue();
                Thread.sleep(PAUSE_MILLIS);
            }
        } finally {
            following.descendants().forEach(ProcessHandle::destroy);
            following.destroy();
        }
    }

    /** The README's tour, pasted as it stands there. */
    public void showsItsTour() throws IOException, InterruptedException {
        if (!Tour.mayBePlayed()) {
            return; // TourToolsTest says that it was skipped
        }
        var address = "http://127.0.0.1:%d/".formatted(ports.of(Door.ENROLLMENT));

        var said = new Tour(home.resolve("tour"), command()).play(environment(), address);

        assertThat(said).hasSize(6);
        assertThat(said.get(0).path("code").asText()).as("%s", said).isEqualTo("F10.20");
        assertThat(said.get(1).path("firedRule").asText()).as("%s", said).isNotEmpty();
        assertThat(said.get(2).path("status").asInt()).as("%s", said).isEqualTo(409);
        assertThat(said.get(2).path("title").asText()).contains("consent");
        assertThat(said.get(3).path("status").asText()).as("%s", said).isEqualTo("ACTIVE");
        assertThat(said.get(4).path("status").asText()).as("%s", said).isEqualTo("ADMITTED");
        assertThat(said.get(5).path("placement").asText()).as("%s", said).isEqualTo("INCOMPLETE");
    }

    /** The journey's story goes to the reader of this log, its report is answered; the verb must end well. */
    public JsonNode playsItsJourney(List<String> words) throws IOException, InterruptedException {
        var report = home.resolve("journey.json");
        var story = home.resolve("journey.txt");
        var playing = builder(words)
                .redirectOutput(report.toFile())
                .redirectError(story.toFile())
                .start();
        int code = playing.waitFor();
        System.out.println(Files.readString(story));
        assertThat(code).as("exit code of %s", words).isZero();
        return new ObjectMapper().readTree(report.toFile());
    }

    /** Its accounts get second factors by this, so that a password alone no longer opens them. */
    public void guardsItsRealm() throws Exception {
        var realm = new RealmChecks(ports, home);
        realm.whoSignsInIsAskedForASecondFactorWhereOneIsNeeded();
        realm.whoIsToSetUpASecondFactorDoesSoBeforeTheyComeIn();
        realm.theClientThatWritesAccountsSignsInByItsKeyAndOnceByEachWord();
        realm.whoKeepsItRunningIsMadeAndComesInByTheCommandsOfThePage();
    }

    /** {@code down} ends all of it in time, also what was started again meanwhile. */
    public void ends() throws IOException, InterruptedException {
        var last = children();
        var ending = Objects.requireNonNull(launcher);

        long asked = System.nanoTime();

        assertThat(verb("down")).contains("Stepwell is down");

        ending.waitFor();
        assertThat(Duration.ofNanos(System.nanoTime() - asked))
                .as("it ends in time")
                .isLessThan(END_MAX);
        assertThat(running).noneMatch(ProcessHandle::isAlive);
        assertThat(last).noneMatch(ProcessHandle::isAlive);
        assertThat(Files.readString(said)).contains("Stepwell has ended after").doesNotContain("did not listen");
    }

    @Override
    public void close() throws IOException {
        if (launcher != null) {
            launcher.destroyForcibly().onExit().join();
        }
        new Orphans(home.resolve("run")).endAll(home.resolve("data/postgres"));
        Files.delete(home.resolve("cache"));
        Folders.delete(home);
    }

    private Process up() throws IOException {
        Files.deleteIfExists(said);
        var started = launch(said, "up");
        launcher = started;
        return started;
    }

    /** What another verb says meanwhile. */
    private String verb(String... words) throws IOException, InterruptedException {
        var answer = home.resolve("answer");
        launch(answer, words).waitFor();
        return Files.readString(answer);
    }

    private Process launch(Path output, String... words) throws IOException {
        return builder(List.of(words))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
    }

    private ProcessBuilder builder(List<String> words) {
        var command = command();
        command.addAll(words);
        var builder = new ProcessBuilder(command);
        builder.environment().putAll(environment());
        return builder;
    }

    private static List<String> command() {
        return new ArrayList<>(List.of(
                JavaProgram.path(),
                "-Xmx384m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--sun-misc-unsafe-memory-access=allow",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Stepwell.class.getName()));
    }

    private Map<String, String> environment() {
        var environment = new HashMap<>(Map.of(
                "STEPWELL_HOME",
                home.toString(),
                "STEPWELL_RECORDING",
                "off",
                "STEPWELL_DURABLE",
                "off",
                "STEPWELL_TRACES",
                traces.toString()));
        for (var door : Door.values()) {
            environment.put(door.setting(), Integer.toString(ports.of(door)));
        }
        return environment;
    }

    private void await(String sentence, Process running) throws IOException, InterruptedException {
        while (!Files.readString(said).contains(sentence)) {
            assertThat(running.isAlive()).as(Files.readString(said)).isTrue();
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    /** Every process that it wrote down; none while it starts its first, PostgreSQL, which keeps its own book. */
    private List<ProcessHandle> children() throws IOException {
        var register = home.resolve("run/children");
        if (!Files.exists(register)) {
            return List.of();
        }
        var children = new ArrayList<ProcessHandle>();
        for (var line : Files.readAllLines(register)) {
            Orphans.Child.parse(line).flatMap(Orphans.Child::process).ifPresent(children::add);
        }
        return children;
    }
}
