package org.stepwell.platform.probe;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
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

    private static void assertRefused(HttpClient.Version version, BodyPublisher body, boolean asksFirst)
            throws IOException, InterruptedException {
        var answer = send(version, body, asksFirst);

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body()).contains("body-too-large");
    }

    private static HttpResponse<String> send(HttpClient.Version version, BodyPublisher body, boolean asksFirst)
            throws IOException, InterruptedException {
        var uri = URI.create(RestAssured.baseURI + ":" + RestAssured.port + "/api/probe/v1/probes");
        var request = HttpRequest.newBuilder(uri)
                .expectContinue(asksFirst)
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + Person.at("intake").token())
                .header("Content-Type", "application/json")
                .POST(body)
                .build();
        try (var client = HttpClient.newBuilder().version(version).build()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }
}
