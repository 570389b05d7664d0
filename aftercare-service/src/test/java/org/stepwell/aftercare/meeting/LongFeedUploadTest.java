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
import java.io.OutputStream;
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

    /** What is read, what is dropped so that the sender reads the answer, and what stands in buffers on the way. */
    private static final int TAKEN_BYTES_MAX = 64 << 20;

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
        if (!announced) { // of what says its length nothing is read: it is dropped as it comes
            assertThat(answer.taken()).isLessThan(TAKEN_BYTES_MAX);
        }
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

    /** How many bytes were taken from its sender, and what they were answered. */
    private record Answer(long taken, String text) {}

    private static Answer send(String feed, boolean announced) throws IOException {
        var at = URI.create(RestAssured.baseURI + ":" + RestAssured.port);
        try (var socket = new Socket(at.getHost(), at.getPort())) {
            socket.setSoTimeout(60_000);
            var out = socket.getOutputStream();
            out.write("""
                    PUT %s/meeting-feeds/%s HTTP/1.1
                    Host: %s
                    Authorization: Bearer %s
                    Content-Type: application/json
                    If-Match: *
                    Connection: close
                    %s

                    """.formatted(
                            API,
                            feed,
                            at.getAuthority(),
                            ADMIN.token(),
                            announced ? "Content-Length: " + BYTES : "Transfer-Encoding: chunked")
                    .replace("\n", "\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            var sending = CompletableFuture.supplyAsync(() -> rows(out, announced));
            var text = new StringBuilder();
            try {
                var in = socket.getInputStream();
                var part = new byte[8_192];
                for (int read = in.read(part); read >= 0; read = in.read(part)) {
                    text.append(new String(part, 0, read, StandardCharsets.UTF_8));
                }
            } catch (IOException closed) {
                // whoever is still sending is cut off behind the answer
            }
            socket.shutdownOutput();
            return new Answer(sending.join(), text.toString());
        }
    }

    /** Writes row after row until nobody takes any more. */
    private static long rows(OutputStream out, boolean announced) {
        long taken = 0;
        try {
            while (taken < BYTES) {
                if (!announced) {
                    out.write((Integer.toHexString(ROWS.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
                }
                out.write(ROWS);
                if (!announced) {
                    out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
                }
                taken += ROWS.length;
            }
        } catch (IOException closed) {
            return taken;
        }
        return taken;
    }

    private static byte[] rows() {
        var rows = new StringBuilder("[");
        for (int n = 0; rows.length() < 1 << 16; n++) {
            rows.append(feed("row-" + n, n % 7, "05:40")).append(",\n");
        }
        return rows.toString().getBytes(StandardCharsets.US_ASCII);
    }
}
