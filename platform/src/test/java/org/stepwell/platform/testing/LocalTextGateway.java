package org.stepwell.platform.testing;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A gateway of text messages inside this JVM, which keeps each request as a file of a folder. It knows no number that ends in
 * 404, and is out of order for those that end in 503.
 */
public final class LocalTextGateway implements AutoCloseable {

    private static final Map<String, Integer> TROUBLE = Map.of("404", 422, "503", 503);
    private static final int TAKEN = 202;

    private final HttpServer server;
    private final Path folder;
    private final AtomicLong taken = new AtomicLong();
    private final ObjectMapper json = new ObjectMapper();

    private LocalTextGateway(HttpServer server, Path folder) {
        this.server = server;
        this.folder = folder;
    }

    /** Starts it on this folder; port 0 takes a free one. */
    public static LocalTextGateway start(Path folder, int port) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        var gateway = new LocalTextGateway(server, Files.createDirectories(folder));
        server.createContext("/", gateway::take);
        server.start();
        return gateway;
    }

    /** Where it listens. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var to = json.readTree(body).path("to").asText();
            int status = TROUBLE.entrySet().stream()
                    .filter(trouble -> to.endsWith(trouble.getKey()))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElse(TAKEN);
            if (status == TAKEN) {
                keep(json.writeValueAsString(Map.of(
                        "id", header(exchange, "webhook-id"),
                        "timestamp", header(exchange, "webhook-timestamp"),
                        "signature", header(exchange, "webhook-signature"),
                        "body", body)));
            }
            exchange.sendResponseHeaders(status, -1);
        }
    }

    private static String header(HttpExchange exchange, String name) {
        return Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst(name), "");
    }

    private void keep(String request) throws IOException {
        var name = "%d-%04d.json".formatted(System.currentTimeMillis(), taken.incrementAndGet());
        var half = folder.resolve(name + ".part");
        Files.writeString(half, request);
        Files.move(half, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
