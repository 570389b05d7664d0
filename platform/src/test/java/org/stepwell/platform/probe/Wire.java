package org.stepwell.platform.probe;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.restassured.RestAssured;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.stepwell.platform.testing.Person;

/** Says to the service, byte for byte, what a proper client would not, and reads what comes back. */
final class Wire {

    private static final int ANSWER_MILLIS_MAX = 20_000;

    private Wire() {}

    /** An answer as it came. */
    record Answer(int status, List<String> head, String body) {

        Optional<String> header(String name) {
            var start = name.toLowerCase(Locale.ROOT) + ":";
            return head.stream()
                    .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
                    .map(line -> line.substring(start.length()).strip())
                    .findFirst();
        }
    }

    /** A request line and headers, for somebody of intake unless they say who. */
    static Answer ask(String requestLine, String... headers) throws IOException {
        return send(requestLine, "", headers);
    }

    static Answer send(String requestLine, String body, String... headers) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
            socket.setSoTimeout(ANSWER_MILLIS_MAX);
            var text = new StringBuilder(requestLine).append(" HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n");
            if (Arrays.stream(headers).noneMatch(header -> header.startsWith("Authorization"))) {
                text.append("Authorization: Bearer ")
                        .append(Person.at("intake").token())
                        .append("\r\n");
            }
            for (var header : headers) {
                text.append(header).append("\r\n");
            }
            if (!body.isEmpty()) {
                text.append("Content-Length: ").append(body.length()).append("\r\n");
            }
            socket.getOutputStream().write((text + "\r\n" + body).getBytes(ISO_8859_1));
            var answer = new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
            int end = answer.indexOf("\r\n\r\n");
            var head =
                    List.of(answer.substring(0, end < 0 ? answer.length() : end).split("\r\n", -1));
            return new Answer(
                    Integer.parseInt(head.getFirst().split(" ", -1)[1]),
                    head,
                    end < 0 ? "" : answer.substring(end + 4));
        }
    }
}
