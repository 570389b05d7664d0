package org.stepwell.platform.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stepwell.platform.clinic.ClinicContext;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.testing.Person;
import org.stepwell.platform.testing.StepwellTestResource;

/** What a request may look like, and what is answered to any other. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class EdgesTest {

    private static final String PROBES = "/api/probe/v1/probes";
    private static final String JSON = "Content-Type: application/json";

    @Inject
    Sql sql;

    /** {@code bare}: the server gives up before it knows what is asked, and answers without a document. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            headers of 15 KiB          | 200 |
            headers of 17 KiB          | 431 | headers-too-large
            headers of 40 KiB          | 431 | bare
            a URL of 7 KiB             | 200 |
            a URL of 9 KiB             | 414 | uri-too-long
            a URL of 20 KiB            | 414 | bare
            """)
    void aRequestHasALimitedHead(String what, int status, String slug) throws Exception {
        int bytes = Integer.parseInt(what.replaceAll("\\D", "")) << 10;
        var padding = "x".repeat(bytes);

        var answer = what.startsWith("a URL")
                ? Wire.ask("GET " + PROBES + "?pad=" + padding)
                : Wire.ask("GET " + PROBES, "X-Pad: " + padding.substring(0, bytes - (bytes > 15 << 10 ? 0 : 1024)));

        assertAnswer(answer, status, slug);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            1 000 items                | {"sizes": [%ITEMS1000%]}            | 200 |
            1 001 items                | {"sizes": [%ITEMS1001%]}            | 400 | unreadable-body
            1 001 lists                | [%LISTS1001%]                       | 400 | unreadable-body
            1 000 levels               | {"sizes": %DEEP%}                   | 400 | unreadable-body
            a number beyond doubles    | {"sizes": [1e400]}                  | 400 | unreadable-body
            a million digits           | {"sizes": [%DIGITS%]}               | 400 | unreadable-body
            a key twice                | {"sizes": [1], "sizes": [2]}        | 400 | unreadable-body
            an unknown field           | {"sizes": [1], "clinicId": "x"}     | 400 | unreadable-body
            something after the end    | {"sizes": [1]} {}                   | 400 | unreadable-body
            a comment                  | {"sizes": [1] /* all of them */}    | 400 | unreadable-body
            a line comment             | {"sizes": [1] // all of them        | 400 | unreadable-body
            single quotes              | {'sizes': [1]}                      | 400 | unreadable-body
            a comma too many           | {"sizes": [1,]}                     | 400 | unreadable-body
            no number at all           | {"sizes": [NaN]}                    | 400 | unreadable-body
            a leading zero             | {"sizes": [007]}                    | 400 | unreadable-body
            a byte order mark          | %BOM%{"sizes": [1]}                 | 400 | unreadable-body
            UTF-16                     | %UTF16%                             | 400 | unreadable-body
            a byte that is no UTF-8    | {"sizes": [1], "x": "%BYTE%"}       | 400 | unreadable-body
            text of commas and braces  | {"sizes": [1], "[[,\\",,": "]"}     | 400 | unreadable-body
            """)
    void aBodyIsStrictJson(String what, String body, int status, String slug) throws Exception {
        var began = System.nanoTime();

        var answer = Wire.send("POST /api/probe/v1/edges/many", written(body), JSON);

        assertAnswer(answer, status, slug);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).as(what).isLessThan(Duration.ofSeconds(2));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            application/json; charset=utf-8      | identity | 200 |
            application/json; charset=UTF-8      |          | 200 |
            application/json; charset=iso-8859-1 |          | 400 | unreadable-body
            application/json; charset=utf-16     |          | 400 | unreadable-body
            application/json                     | gzip     | 415 | unsupported-media-type
            application/json                     | deflate  | 415 | unsupported-media-type
            application/x-www-form-urlencoded    |          | 415 | unsupported-media-type
            text/plain                           |          | 415 | unsupported-media-type
            """)
    void aBodyIsUncompressedUtf8(String type, String coding, int status, String slug) throws Exception {
        var encoding = coding == null ? "X-Nothing: 1" : "Content-Encoding: " + coding;

        var answer = Wire.send("POST /api/probe/v1/edges/many", "{\"sizes\": [1]}", "Content-Type: " + type, encoding);

        assertAnswer(answer, status, slug);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /api/probe/v1/probes?limit=1                       | 200 |
            /api/probe/v1/probes?limit=1&limit=2               | 400 | invalid-request
            /api/probe/v1/probes?limit=1&lim%69t=2             | 400 | invalid-request
            /api/probe/v1/probes/asked?patients=019a0000-0000-7000-8000-0000000000d1&patients=019a0000-0000-7000-8000-0000000000d2 | 200 |
            /api/probe/v1/probes;role=ops                      | 400 | unclear-path
            /api/probe/v1//probes                              | 400 | unclear-path
            /api/probe/v1/other/../probes                      | 400 | unclear-path
            /api/probe/v1/other/%2e%2e/probes                  | 400 | unclear-path
            /api/probe/v1/probes/%252e%252e                    | 404 | not-found
            /api/probe/v1%2fprobes                             | 400 | unclear-path
            /api/probe/v1\\probes                              | 400 | bare
            /api/probe/v1/probes/%zz                           | 400 | bare
            '/api/probe/v1/probes?name=a|b'                    | 400 | bare
            /api/probe/v1/probes/%00                           | 400 | unclear-path
            /api/probe/v1/%70robes                             | 200 |
            /API/probe/v1/probes                               | 404 | not-found
            """)
    void aPathIsReadInOneWay(String path, int status, String slug) throws Exception {
        assertAnswer(Wire.ask("GET " + path), status, slug);
    }

    @ParameterizedTest
    @CsvSource({"X-Clinic", "Idempotency-Key", "Content-Type", "X-Purpose-Of-Use", "Authorization"})
    void aHeaderIsGivenOnce(String name) throws Exception {
        assertAnswer(Wire.ask("GET " + PROBES, name + ": a", name + ": b"), 400, "invalid-request");
    }

    @Test
    void aBodyHasOneLength() throws Exception {
        var answer = Wire.ask("POST /api/probe/v1/edges/many", JSON, "Content-Length: 3", "Content-Length: 4");

        assertThat(answer.status()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({"TRACE", "TRACK", "CONNECT", "DELETE", "PATCH", "PROPFIND", "BREW"})
    void aMethodThatIsNotThereIsRefusedAndTheOthersNamed(String method) throws Exception {
        var answer = Wire.ask(method + " " + PROBES);

        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.header("Allow").orElseThrow().split(", ?", -1))
                .contains("GET", "POST")
                .doesNotContain(method);
        assertThat(answer.header("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body()).doesNotContain("Bearer");
    }

    @Test
    void optionsListsTheMethodsThatAreThere() throws Exception {
        var answer = Wire.ask("OPTIONS " + PROBES);

        assertThat(answer.header("Allow").orElseThrow().split(", ?", -1))
                .containsExactlyInAnyOrder("GET", "HEAD", "OPTIONS", "POST");
    }

    @Test
    void textIsStoredInOneFormOfUnicodeAndStripped() {
        var intake = Person.at("intake");
        String probe = intake.asks()
                .body("""
                        {"name": " \\t Jose\\u0301 \\u2003\\n", "patient": "%s", "size": 1}
                        """.formatted(UUID.randomUUID()))
                .post(PROBES)
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        var stored = ClinicContext.in(
                new ClinicContext.Work(Person.RIVERSIDE, "service:test", null),
                () -> QuarkusTransaction.requiringNew()
                        .call(() -> sql.one(
                                "select name from probe where id = ?",
                                row -> row.getString(1),
                                UUID.fromString(probe))));

        assertThat(stored).hasValue("Jos\u00e9");
        intake.asks().get(PROBES + "/" + probe).then().body("name", equalTo("Jos\u00e9"));
    }

    private static void assertAnswer(Wire.Answer answer, int status, String slug) {
        assertThat(answer.status()).as("%s", answer).isEqualTo(status);
        if ("bare".equals(slug)) {
            assertThat(answer.body()).isEmpty();
        } else if (slug != null) {
            assertThat(answer.header("Content-Type")).hasValue("application/problem+json");
            assertThat(answer.body()).contains("/problems/" + slug + "\"");
        }
    }

    /** The bytes that a table can not hold. */
    private static String written(String body) {
        var written = body;
        for (var word : Map.of(
                        "%ITEMS1000%",
                        String.join(",", Collections.nCopies(1_000, "1")),
                        "%ITEMS1001%",
                        String.join(",", Collections.nCopies(1_001, "1")),
                        "%LISTS1001%",
                        String.join(",", Collections.nCopies(1_001, "[]")),
                        "%DEEP%",
                        "[".repeat(1_000) + "]".repeat(1_000),
                        "%DIGITS%",
                        "1".repeat(1_000_000),
                        "%BOM%",
                        "\u00EF\u00BB\u00BF",
                        "%UTF16%",
                        "{\0\"\0s\0i\0z\0e\0s\0\"\0:\0[\0001\0]\0}\0",
                        "%BYTE%",
                        "\u00C3")
                .entrySet()) {
            written = written.replace(word.getKey(), word.getValue());
        }
        return written;
    }
}
