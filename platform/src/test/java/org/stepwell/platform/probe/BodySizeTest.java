package org.stepwell.platform.probe;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.stepwell.platform.testing.Person;
import org.stepwell.platform.testing.StepwellTestResource;

/** Whoever sends too much reads why, however they send it. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class BodySizeTest {

    private static final byte[] FIVE_MEBIBYTES = new byte[5 << 20];
    private static final BodyPublisher MEASURED = BodyPublishers.ofByteArray(FIVE_MEBIBYTES);
    private static final BodyPublisher CHUNKED =
            BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(FIVE_MEBIBYTES));

    @Test
    void aClientThatAsksFirstSendsNothing() throws Exception {
        assertRefused(HttpClient.Version.HTTP_1_1, MEASURED, true);
    }

    @Test
    void aClientThatSendsWithoutAskingReadsTheAnswer() throws Exception {
        assertRefused(HttpClient.Version.HTTP_1_1, MEASURED, false);
    }

    @Test
    void aClientThatDoesNotSayHowMuchItSendsReadsTheAnswer() throws Exception {
        assertRefused(HttpClient.Version.HTTP_1_1, CHUNKED, false);
    }

    @Test
    void aClientThatReadsOnlyOnceItHasSentEverythingReadsTheAnswer() throws Exception {
        var measured = new ByteArrayOutputStream();
        measured.write(
                "Content-Length: %d\r\n\r\n".formatted(FIVE_MEBIBYTES.length).getBytes(UTF_8));
        measured.write(FIVE_MEBIBYTES);
        var chunked = new ByteArrayOutputStream();
        chunked.write("Transfer-Encoding: chunked\r\n\r\n".getBytes(UTF_8));
        for (int sent = 0; sent < FIVE_MEBIBYTES.length; sent += 1 << 16) {
            chunked.write("10000\r\n".getBytes(UTF_8));
            chunked.write(FIVE_MEBIBYTES, sent, 1 << 16);
            chunked.write("\r\n".getBytes(UTF_8));
        }
        chunked.write("0\r\n\r\n".getBytes(UTF_8));

        for (var body : List.of(measured, chunked)) {
            assertThat(statusReadAfterSending(body.toByteArray())).startsWith("HTTP/1.1 413 ");
        }
    }

    private static String statusReadAfterSending(byte[] framed) throws Exception {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port);
                var writer = Executors.newSingleThreadExecutor()) {
            socket.setSoTimeout(20_000);
            var head =
                    "POST /api/probe/v1/probes HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\nContent-Type: application/json\r\n"
                            .formatted(Person.at("intake").token());
            var sent = writer.submit(() -> {
                socket.getOutputStream().write(head.getBytes(UTF_8));
                socket.getOutputStream().write(framed);
                return true;
            });
            try {
                assertThat(sent.get(20, TimeUnit.SECONDS)).isTrue();
            } catch (TimeoutException e) {
                socket.shutdownOutput(); // ends the writer
                throw e;
            }
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8)).readLine();
        }
    }

    @Test
    void theSameGoesForHttp2() throws Exception {
        assertRefused(HttpClient.Version.HTTP_2, MEASURED, false);
        assertRefused(HttpClient.Version.HTTP_2, CHUNKED, false);
    }

    @Test
    void aBodyOfOneMebibyteIsReadAsUsual() throws Exception {
        var body = "{\"name\": 1" + " ".repeat((1 << 20) - 11) + "}";

        var answer = send(HttpClient.Version.HTTP_1_1, BodyPublishers.ofString(body), false);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("unreadable-body");
    }

    @Test
    void oneOperationTakesMoreAndAllOthersKeepTheirLimit() throws Exception {
        var tooMuch = new byte[(5 << 20) + 1];

        for (var version : HttpClient.Version.values()) {
            for (var body : List.of(MEASURED, CHUNKED)) {
                var answer = large(version, "edges/large", body);
                assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
                assertThat(answer.body()).isEqualTo(String.valueOf(FIVE_MEBIBYTES.length));
                assertThat(send(version, body, false, "edges/many", "application/json")
                                .statusCode())
                        .isEqualTo(413);
                assertThat(large(version, "edges/large/more", body).statusCode())
                        .isIn(404, 413);
            }
            for (var body : List.of(
                    BodyPublishers.ofByteArray(tooMuch),
                    BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(tooMuch)))) {
                assertThat(large(version, "edges/large", body).statusCode()).isEqualTo(413);
            }
        }
    }

    private static HttpResponse<String> large(HttpClient.Version version, String where, BodyPublisher body)
            throws IOException, InterruptedException {
        return send(version, body, false, where, "application/octet-stream");
    }

    private static void assertRefused(HttpClient.Version version, BodyPublisher body, boolean asksFirst)
            throws IOException, InterruptedException {
        var answer = send(version, body, asksFirst);

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body()).contains("body-too-large");
    }

    private static HttpResponse<String> send(HttpClient.Version version, BodyPublisher body, boolean asksFirst)
            throws IOException, InterruptedException {
        return send(version, body, asksFirst, "probes", "application/json");
    }

    private static HttpResponse<String> send(
            HttpClient.Version version, BodyPublisher body, boolean asksFirst, String where, String type)
            throws IOException, InterruptedException {
        var uri = URI.create(RestAssured.baseURI + ":" + RestAssured.port + "/api/probe/v1/" + where);
        var request = HttpRequest.newBuilder(uri)
                .expectContinue(asksFirst)
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + Person.at("intake").token())
                .header("Content-Type", type)
                .POST(body)
                .build();
        try (var client = HttpClient.newBuilder().version(version).build()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }
}
