package org.stepwell.aftercare.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.stepwell.aftercare.meeting.Feeds.ADMIN;
import static org.stepwell.aftercare.meeting.Feeds.API;
import static org.stepwell.aftercare.meeting.Feeds.feed;
import static org.stepwell.aftercare.meeting.Feeds.ids;
import static org.stepwell.aftercare.meeting.Feeds.put;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stepwell.platform.testing.StepwellTestResource;

/** An administrator brings a file of two hundred megabytes, made while it is sent. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class LongFeedUploadTest {

    private static final int BYTES = 200_000_000;

    /** What is read of one before it is refused, twice over. */
    private static final long KEPT_BYTES_MAX = 48 << 20;

    private static final byte[] ROWS = rows();

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void isRefusedWithAProblemAndTheListStays(boolean announced) throws IOException {
        put("wide", feed("stays", 5, "05:40")).then().statusCode(200);
        var before = ids("day=FRIDAY&from=05:40&to=05:40");

        var answer = send("wide", announced);

        assertThat(answer.text())
                .startsWith("HTTP/1.1 413 ")
                .containsIgnoringCase("Content-Type: application/problem+json")
                .contains("body-too-large", "Send less");
        assertThat(answer.kept()).isLessThan(KEPT_BYTES_MAX);
        assertThat(ids("day=FRIDAY&from=05:40&to=05:40")).isEqualTo(before).hasSize(1);
        put("wide", feed("stays", 5, "05:40")).then().statusCode(200);
    }

    @Test
    void whatIsRefusedIsInNoReport() throws IOException {
        put("wide-report", feed("stays", 5, "05:41")).then().statusCode(200);

        send("wide-report", false);

        ADMIN.asks()
                .get(API + "/meeting-feeds/wide-report/imports")
                .then()
                .statusCode(200)
                .body("items.outcome", contains("STORED"));
    }

    /** What the service answered, and how much more it kept in memory when nearly all had been sent. */
    private record Answer(long kept, String text) {}

    private static Answer send(String feed, boolean announced) throws IOException {
        var at = URI.create(RestAssured.baseURI + ":" + RestAssured.port);
        try (var socket = new Socket(at.getHost(), at.getPort())) {
            socket.setSoTimeout(60_000);
            var out = socket.getOutputStream();
            out.write(head(feed, at, announced).replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII));
            long before = inMemory();
            var sending = CompletableFuture.supplyAsync(() -> {
                sendRows(out, announced);
                return inMemory() - before;
            });
            var text = read(socket.getInputStream());
            return new Answer(sending.join(), text);
        }
    }

    private static String head(String feed, URI at, boolean announced) {
        return """
                PUT %s/meeting-feeds/%s HTTP/1.1
                Host: %s
                Authorization: Bearer %s
                Content-Type: application/json
                If-Match: *
                %s

                """.formatted(
                        API,
                        feed,
                        at.getAuthority(),
                        ADMIN.token(),
                        announced ? "Content-Length: " + BYTES : "Transfer-Encoding: chunked");
    }

    /** A problem ends with its brace; whoever is still sending may be cut off behind it. */
    private static String read(InputStream in) {
        var text = new StringBuilder();
        try {
            for (int next = in.read(); next >= 0; next = in.read()) {
                text.append((char) next);
                if (next == '}') {
                    break;
                }
            }
        } catch (IOException closed) {
            // what came until then is there
        }
        return text.toString();
    }

    /** What nobody lets go of. */
    private static long inMemory() {
        var memory = ManagementFactory.getMemoryMXBean();
        memory.gc();
        return memory.getHeapMemoryUsage().getUsed();
    }

    /** Writes row after row until the end is near, or nobody takes any more. */
    private static void sendRows(OutputStream out, boolean announced) {
        try {
            for (int sent = 0; sent < BYTES - 2 * ROWS.length; sent += ROWS.length) {
                if (!announced) {
                    out.write((Integer.toHexString(ROWS.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
                }
                out.write(ROWS);
                if (!announced) {
                    out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
                }
            }
        } catch (IOException closed) {
            // it was answered
        }
    }

    private static byte[] rows() {
        var rows = new StringBuilder("[");
        for (int n = 0; rows.length() < 1 << 16; n++) {
            rows.append(feed("row-" + n, n % 7, "05:40")).append(",\n");
        }
        return rows.toString().getBytes(StandardCharsets.US_ASCII);
    }
}
