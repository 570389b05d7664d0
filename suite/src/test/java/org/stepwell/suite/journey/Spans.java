package org.stepwell.suite.journey;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/** Takes the traces that services send, as they come: OTLP over HTTP, texts in it in the clear. */
final class Spans implements AutoCloseable {

    private final HttpServer server;
    private final Queue<byte[]> batches = new ConcurrentLinkedQueue<>();

    /**
     * One step of a trace.
     *
     * @param service who took it
     * @param parent the step that it follows from; empty for the first
     */
    record Span(String service, String trace, String id, String parent, String name) {}

    Spans() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            try (exchange) {
                batches.add(exchange.getRequestBody().readAllBytes());
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
        return batches.stream().anyMatch(batch -> new String(batch, StandardCharsets.ISO_8859_1).contains(text));
    }

    /** All steps of a trace that have come. */
    List<Span> of(String trace) {
        return batches.stream()
                .flatMap(Spans::read)
                .filter(span -> span.trace().equals(trace))
                .toList();
    }

    /** What a step follows from in the end, as far as its trace is known. */
    static Span origin(Span step, List<Span> trace) {
        return trace.stream()
                .filter(other -> other.id().equals(step.parent()))
                .findFirst()
                .map(before -> origin(before, trace))
                .orElse(step);
    }

    /** An ExportTraceServiceRequest, by the numbers of opentelemetry-proto. */
    static Stream<Span> read(byte[] batch) {
        return Protobuf.of(batch).messages(1).flatMap(resource -> {
            var service = service(resource);
            return resource.messages(2)
                    .flatMap(scope -> scope.messages(2))
                    .map(span -> new Span(service, span.hex(1), span.hex(2), span.hex(4), span.text(5)));
        });
    }

    private static String service(Protobuf resourceSpans) {
        return resourceSpans
                .messages(1)
                .flatMap(resource -> resource.messages(1))
                .filter(attribute -> attribute.text(1).equals("service.name"))
                .flatMap(attribute -> attribute.messages(2))
                .map(value -> value.text(1))
                .findFirst()
                .orElse("");
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
