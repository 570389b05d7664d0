package org.stepwell.suite.journey;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;

/** Takes the traces that services send, as they come: OTLP over HTTP, texts in it in the clear. */
final class Spans implements AutoCloseable {

    private final HttpServer server;
    private final Queue<String> batches = new ConcurrentLinkedQueue<>();

    Spans() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            try (exchange) {
                batches.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1));
                exchange.getResponseHeaders().add("Content-Type", "application/x-protobuf");
                exchange.sendResponseHeaders(200, -1);
            }
        });
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Whether any of them holds a text. */
    boolean hold(String text) {
        return batches.stream().anyMatch(batch -> batch.contains(text));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
