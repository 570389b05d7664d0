package org.stepwell.suite;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes that a launcher keeps, here shells that are ready at once. */
class ChildrenTest {

    private static final int ENDS = 25;

    @TempDir
    Path run;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private HttpServer ready;
    private Children children;

    @BeforeEach
    void begin() throws IOException {
        ready = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        ready.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        ready.start();
        children =
                new Children(new Orphans(run), new Progress(new PrintStream(said, true, UTF_8)), Duration.ofNanos(1));
    }

    @AfterEach
    void end() {
        children.close();
        ready.stop(0);
    }

    @Test
    void whoeverEndsByItselfComesBackHoweverOften() throws Exception {
        var plan = plan("sleep 60");
        children.start(plan);
        children.keep(plan);

        for (int i = 0; i < ENDS; i++) {
            var ended = children.process("worker");
            ended.destroyForcibly();
            await().until(() -> children.of("worker").isPresent()
                    && !children.process("worker").equals(ended));
        }

        assertThat(said.toString(UTF_8)).contains("worker ended (code 137).", "worker again");
    }

    @Test
    void whatItSaidLastIsShown() throws Exception {
        var plan = plan("echo the disk is full; sleep 0.3; exit 3");
        children.start(plan);
        children.keep(plan);

        await().untilAsserted(
                        () -> assertThat(said.toString(UTF_8)).contains("worker ended (code 3).", "the disk is full"));
    }

    @Test
    void nobodyComesBackOnceTheClinicCloses() throws Exception {
        var plan = plan("sleep 60");
        children.start(plan);
        children.keep(plan);
        var worker = children.process("worker");

        children.close();

        assertThat(worker.isAlive()).isFalse();
        assertThat(said.toString(UTF_8)).doesNotContain("ended", "again");
    }

    private ChildProcess.Plan plan(String script) {
        return new ChildProcess.Plan(
                "worker",
                List.of("sh", "-c", script),
                Map.of(),
                run,
                run.resolve("worker.log"),
                URI.create("http://127.0.0.1:" + ready.getAddress().getPort() + "/"),
                false);
    }
}
