package org.stepwell.platform.probe;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.formatters.JsonFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stepwell.platform.testing.Person;
import org.stepwell.platform.testing.StepwellTestResource;

/** What callers send hardly reaches the log, and where it does it stays within its line. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class LogInjectionTest {

    private static final String EDGES = "/api/probe/v1/edges";
    private static final String MARK = "mark-7f3a";
    private static final String JNDI = "${jndi:ldap://127.0.0.1:9/" + MARK + "}";
    private static final String ESCAPES = MARK + "\u001b[2J\u001b[31m";
    private static final String LINES = MARK + "\r\n{\"level\":\"INFO\",\"message\":\"all is well\"}";
    private static final int FAILURES = 200;

    private final Queue<ExtLogRecord> logged = new ConcurrentLinkedQueue<>();
    private final Handler listening = new Handler() {
        @Override
        public void publish(LogRecord one) {
            var kept = ExtLogRecord.wrap(one);
            kept.copyMdc(); // which is the thread's: another one has none
            logged.add(kept);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        listening.setLevel(Level.ALL);
        Logger.getLogger("").addHandler(listening);
    }

    @AfterEach
    void stop() {
        Logger.getLogger("").removeHandler(listening);
    }

    @Test
    void whatIsRefusedIsNotRepeatedInTheLog() throws Exception {
        for (var header : List.of(
                "User-Agent",
                "Referer",
                "X-Forwarded-For",
                "X-Clinic",
                "Idempotency-Key",
                "Accept",
                "Origin",
                "traceparent",
                "If-Match",
                "Content-Type",
                "X-Api-Version")) {
            Wire.ask("GET " + EDGES + "/rationed", header + ": " + JNDI);
            Wire.ask("GET " + EDGES + "/rationed", header + ": " + ESCAPES);
        }
        Wire.ask("GET " + EDGES + "/" + MARK + "%0d%0aINFO");
        Wire.ask("GET " + EDGES + "/rationed?a=" + MARK + "%0d%0aINFO&b=%1b[2J&c=$%7Bjndi:ldap://x%7D");
        Wire.ask("GET " + EDGES + "/rationed", "Authorization: Bearer " + MARK);
        Wire.ask("GET " + EDGES + "/rationed", "Authorization: Bearer " + MARK + "." + MARK + "." + MARK);
        Wire.ask(MARK + " " + EDGES);
        for (var text : List.of(JNDI, ESCAPES, LINES)) {
            var asks = Person.at("intake").asks();
            asks.body(Map.of("text", text, text, 1)).post(EDGES + "/broken");
            asks.body(Map.of("sizes", text)).post(EDGES + "/many");
            asks.body("{" + text).post(EDGES + "/many");
        }

        assertThat(logged).map(new JsonFormatter()::format).noneMatch(line -> line.contains(MARK));
    }

    /** An exception may quote what was sent: JSON keeps it in one line, and in one field. */
    @Test
    void whatAnExceptionQuotesStaysInItsLine() throws Exception {
        for (var text : List.of(JNDI, LINES)) {
            logged.clear();
            Person.at("intake")
                    .asks()
                    .body(Map.of("text", text))
                    .post(EDGES + "/broken")
                    .then()
                    .statusCode(500);

            assertThat(logged).hasSize(1);
            var line = new JsonFormatter().format(logged.remove());
            assertThat(line.strip().lines()).hasSize(1);
            var said = new ObjectMapper().readTree(line);
            assertThat(said.get("level").asText()).isEqualTo("ERROR");
            assertThat(said.get("message").asText()).isEqualTo("a request failed by our mistake");
            assertThat(said.get("exception").get("message").asText()).contains(MARK);
        }
    }

    /** Whoever is told a trace id by an answer finds its lines, and the other way round. */
    @Test
    void theLineOfARequestCarriesItsTrace() throws Exception {
        var answer = Person.at("intake").asks().body(Map.of("text", MARK)).post(EDGES + "/broken");

        var said = new ObjectMapper().readTree(new JsonFormatter().format(logged.remove()));
        assertThat(said.at("/mdc/traceId").asText())
                .hasSize(32)
                .isEqualTo(answer.jsonPath().getString("traceId"));
    }

    @Test
    void escapesForATerminalAreWrittenOut() {
        var written = new ExtLogRecord(Level.INFO, ESCAPES + LINES, "test");

        assertThat(new JsonFormatter().format(written).strip())
                .doesNotContain("\u001b")
                .hasLineCount(1);
    }

    @Test
    void aFailureSaysNothingOfOurInside() {
        var asks = Person.at("intake").asks().body(Map.of("text", MARK));
        for (int failed = 0; failed < FAILURES; failed++) {
            var answer = asks.post(EDGES + "/broken");

            assertThat(answer.statusCode()).isEqualTo(500);
            assertThat(answer.jsonPath().getMap("").keySet())
                    .isEqualTo(java.util.Set.of("type", "title", "status", "detail", "instance", "traceId"));
            assertThat(answer.asString())
                    .doesNotContain("Exception", "java", "org.", "relation", "select", "ERROR", "internal", MARK);
        }
    }
}
