package org.stepwell.platform.probe;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stepwell.platform.testing.StepwellTestResource;

/** What browsers are told: by every answer, and to which pages it may be shown. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class BrowserTest {

    private static final String PROBES = "/api/probe/v1/probes";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            GET /api/probe/v1/probes                  | 200
            GET /api/probe/v1/probes/x                | 404
            GET /api/probe/v1/nothing                 | 404
            GET /nothing                              | 404
            GET /                                     | 404
            GET /api/probe/v1/probes?limit=201        | 400
            GET /api/probe/v1/probes;a                | 400
            DELETE /api/probe/v1/probes               | 405
            TRACE /api/probe/v1/probes                | 405
            OPTIONS /api/probe/v1/probes              | 204
            POST /api/probe/v1/probes                 | 415
            GET /api/probe/v1/probes/broken           | 500
            GET /api/probe/v1/probes/unguarded        | 403
            GET /q/openapi                            | 200
            """)
    void everyAnswerIsKeptNowhereAndRunsNothing(String request, int status) throws IOException {
        var answer = Wire.ask(request);

        assertThat(answer.status()).isEqualTo(status);
        assertSafe(answer, "default-src 'none'; frame-ancestors 'none'");
    }

    @Test
    void whatIsRefusedAtTheDoorIsSafeToo() throws IOException {
        assertSafe(Wire.ask("GET " + PROBES, "Authorization: Bearer x"), "default-src 'none'; frame-ancestors 'none'");
        assertSafe(
                Wire.ask("GET " + PROBES + "?pad=" + "x".repeat(9 << 10)),
                "default-src 'none'; frame-ancestors 'none'");
        assertSafe(Wire.send("POST " + PROBES, "x".repeat(2 << 20)), "default-src 'none'; frame-ancestors 'none'");
    }

    /** It loads nothing from elsewhere: all of the page comes from the service itself. */
    @Test
    void swaggerUiMayRunItself() throws IOException {
        var page = Wire.ask("GET /api/probe/swagger/");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Content-Security-Policy").orElseThrow())
                .contains("default-src 'self'", "script-src 'self' 'unsafe-inline'", "frame-ancestors 'none'");
        assertThat(page.body()).doesNotContain("src=\"http", "href=\"http", "src=\"//");
    }

    private static void assertSafe(Wire.Answer answer, String policy) {
        assertThat(answer.header("Cache-Control")).as("%s", answer.head()).hasValue("no-store");
        assertThat(answer.header("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(answer.header("Referrer-Policy")).hasValue("no-referrer");
        assertThat(answer.header("Content-Security-Policy")).hasValue(policy);
        assertThat(answer.header("Strict-Transport-Security"))
                .hasValueSatisfying(said -> assertThat(said).startsWith("max-age="));
        assertThat(answer.head().stream().filter(line -> line.startsWith("Cache-Control")))
                .hasSize(1);
        assertThat(answer.header("Server")).isEmpty();
        assertThat(answer.header("X-Powered-By")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://portal.example", "http://localhost:5173"})
    void aListedPageReadsAnswersAndAsksFirst(String origin) throws IOException {
        var answer = Wire.ask("GET " + PROBES, "Origin: " + origin);
        var question = Wire.ask(
                "OPTIONS " + PROBES,
                "Authorization: Bearer a.b.c",
                "Origin: " + origin,
                "Access-Control-Request-Method: POST",
                "Access-Control-Request-Headers: authorization,content-type,idempotency-key");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Access-Control-Allow-Origin")).hasValue(origin);
        assertThat(answer.header("Vary")).hasValue("Origin");
        assertThat(answer.header("Access-Control-Allow-Credentials")).isEmpty();
        assertThat(question.status()).isEqualTo(204);
        assertThat(question.header("Access-Control-Allow-Origin")).hasValue(origin);
        assertThat(question.header("Access-Control-Allow-Methods").orElseThrow())
                .contains("POST")
                .doesNotContain("*");
        assertThat(question.header("Access-Control-Allow-Headers").orElseThrow())
                .contains("Authorization", "Content-Type", "Idempotency-Key")
                .doesNotContain("*");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example",
                "null",
                "https://portal.example.evil.example",
                "https://evilportal.example",
                "https://sub.portal.example",
                "http://portal.example",
                "https://portal.example:8443",
                "https://portal.example/",
                "HTTPS://PORTAL.EXAMPLE",
                "https://portal.example,https://evil.example",
                "*"
            })
    void anyOtherPageReadsNothing(String origin) throws IOException {
        for (var request : new String[] {"GET " + PROBES, "OPTIONS " + PROBES}) {
            var answer = Wire.ask(request, "Origin: " + origin, "Access-Control-Request-Method: GET");

            assertThat(answer.header("Access-Control-Allow-Origin")).isEmpty();
            assertThat(answer.header("Access-Control-Allow-Methods")).isEmpty();
            assertThat(answer.header("Vary")).hasValue("Origin");
        }
    }
}
