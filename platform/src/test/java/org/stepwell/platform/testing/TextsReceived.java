package org.stepwell.platform.testing;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;

/** What the gateway of text messages of the test has taken. */
public final class TextsReceived {

    /** The setting that says where it keeps them. */
    static final String FOLDER = "stepwell.test.texts";

    /** What services and gateway know. */
    public static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    private static final ObjectMapper JSON = new ObjectMapper();

    private TextsReceived() {}

    /** One request, as the gateway got it. */
    public record Received(String id, String timestamp, String signature, String body, String to, String text) {

        private static Received read(Path file) {
            try {
                var request = JSON.readTree(file.toFile());
                var body = request.get("body").asText();
                var message = JSON.readTree(body);
                return new Received(
                        request.get("id").asText(),
                        request.get("timestamp").asText(),
                        request.get("signature").asText(),
                        body,
                        message.get("to").asText(),
                        message.get("text").asText());
            } catch (IOException e) {
                throw new IllegalStateException("a text message could not be read (%s)".formatted(file), e);
            }
        }
    }

    /** All that came for a number, oldest first. */
    public static List<Received> of(String number) {
        var folder = Path.of(ConfigProvider.getConfig().getValue(FOLDER, String.class));
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .map(Received::read)
                    .filter(message -> message.to().equals(number))
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException("the folder of text messages could not be read", e);
        }
    }
}
