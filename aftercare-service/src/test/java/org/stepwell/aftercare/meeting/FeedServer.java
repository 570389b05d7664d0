package org.stepwell.aftercare.meeting;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** A web server that publishes a feed, well or badly. */
final class FeedServer implements AutoCloseable {

    private static final int CHUNK_BYTES = 1 << 16;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch closed = new CountDownLatch(1);
    final List<String> asked = new CopyOnWriteArrayList<>();
    final AtomicLong sentBytes = new AtomicLong();

    FeedServer(int port) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setExecutor(threads);
        server.start();
    }

    String origin() {
        return "http://127.0.0.1:%d".formatted(server.getAddress().getPort());
    }

    /** Answers under a path; what came before under the same path is forgotten. */
    private void at(String path, Answering answering) {
        try {
            server.removeContext(path);
        } catch (IllegalArgumentException e) {
            // there was none
        }
        server.createContext(path, exchange -> {
            asked.add(path);
            try (exchange) {
                answering.answer(exchange);
            }
        });
    }

    private interface Answering {
        void answer(HttpExchange exchange) throws IOException;
    }

    /** The same feed each time; whoever has its ETag already is told so. */
    String publishes(String path, String body, @Nullable String etag) {
        at(path, exchange -> {
            if (etag != null && etag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
                exchange.sendResponseHeaders(304, -1);
                return;
            }
            if (etag != null) {
                exchange.getResponseHeaders().set("ETag", etag);
            }
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        });
        return origin() + path;
    }

    String answers(String path, int status, @Nullable String location) {
        at(path, exchange -> {
            if (location != null) {
                exchange.getResponseHeaders().set("Location", location);
            }
            exchange.sendResponseHeaders(status, -1);
        });
        return origin() + path;
    }

    /** A feed without end, of which nobody says how long it is. */
    String neverEnds(String path) {
        at(path, exchange -> {
            exchange.sendResponseHeaders(200, 0);
            var rows = ("[" + "{},".repeat(CHUNK_BYTES / 3)).getBytes(StandardCharsets.UTF_8);
            while (closed.getCount() > 0) {
                exchange.getResponseBody().write(rows);
                sentBytes.addAndGet(rows.length);
            }
        });
        return origin() + path;
    }

    /** One that says it is of two hundred megabytes. */
    String announces(String path, long bytes) {
        at(path, exchange -> {
            exchange.sendResponseHeaders(200, bytes);
            exchange.getResponseBody().write('[');
            exchange.getResponseBody().flush();
            waitForTheEnd();
        });
        return origin() + path;
    }

    /** One that takes the question and says nothing, or stops in the middle. */
    String hangs(String path, String begins) {
        at(path, exchange -> {
            if (!begins.isEmpty()) {
                exchange.sendResponseHeaders(200, 0);
                exchange.getResponseBody().write(begins.getBytes(StandardCharsets.UTF_8));
                exchange.getResponseBody().flush();
            }
            waitForTheEnd();
        });
        return origin() + path;
    }

    private void waitForTheEnd() {
        try {
            closed.await(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
