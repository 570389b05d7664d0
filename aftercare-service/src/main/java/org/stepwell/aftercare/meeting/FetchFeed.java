package org.stepwell.aftercare.meeting;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Fetches a feed from wherever it is published: no more of it than there is room for, no longer than a while, and from no address that
 * was not looked at. Each redirect is looked at like the first address, and the connection goes to the address that was looked at.
 */
@Singleton
class FetchFeed {

    private static final int REDIRECTS_MAX = 4;
    private static final int HEADER_BYTES_MAX = 16_384;
    private static final int MEBIBYTE_SHIFT = 20;
    private static final int OK = 200;
    private static final int NOT_MODIFIED = 304;
    private static final Set<Integer> ELSEWHERE = Set.of(301, 302, 303, 307, 308);

    private final Vertx vertx;
    private final FeedAddress addresses;
    private final int bytesMax;
    private final Duration whole;
    private final Duration silence;

    /**
     * @param mebibytes how large a feed may be
     * @param whole how long fetching takes at most, with all redirects
     * @param silence how long a server may say nothing
     */
    FetchFeed(
            Vertx vertx,
            FeedAddress addresses,
            @ConfigProperty(name = "stepwell.meeting-feeds.mebibytes-max", defaultValue = "32") int mebibytes,
            @ConfigProperty(name = "stepwell.meeting-feeds.patience", defaultValue = "30S") Duration whole,
            @ConfigProperty(name = "stepwell.meeting-feeds.silence", defaultValue = "10S") Duration silence) {
        this.vertx = vertx;
        this.addresses = addresses;
        this.bytesMax = mebibytes << MEBIBYTE_SHIFT;
        this.whole = whole;
        this.silence = silence;
    }

    /** Why it could not be fetched. */
    static final class Failed extends Exception {

        private final String reason;

        Failed(String reason) {
            super(reason, null, false, false);
            this.reason = reason;
        }

        String reason() {
            return reason;
        }
    }

    /** What came: nothing where it is as it was. */
    record Fetched(
            @Nullable Buffer body,
            @Nullable String etag,
            @Nullable String lastModified) {}

    private static final Fetched NOTHING = new Fetched(null, null, null);

    /** What a server answered. */
    private record Answer(int status, @Nullable String location, Fetched fetched) {}

    Fetched fetch(LoadedFeed.Schedule schedule) throws Failed {
        long until = System.nanoTime() + whole.toNanos();
        var client = vertx.createHttpClient(new HttpClientOptions()
                .setProtocolVersion(HttpVersion.HTTP_1_1)
                .setKeepAlive(false)
                .setMaxHeaderSize(HEADER_BYTES_MAX)
                .setConnectTimeout((int) silence.toMillis())
                .setReadIdleTimeout((int) silence.toMillis())
                .setIdleTimeoutUnit(TimeUnit.MILLISECONDS));
        try {
            var uri = addresses.read(schedule.url());
            for (int hop = 0; hop <= REDIRECTS_MAX; hop++) {
                var answer = ask(client, addresses.check(uri), schedule, until);
                if (answer.status() == OK) {
                    return answer.fetched();
                }
                if (answer.status() == NOT_MODIFIED) {
                    return new Fetched(null, schedule.etag(), schedule.lastModified());
                }
                if (!ELSEWHERE.contains(answer.status()) || answer.location() == null) {
                    throw new Failed("the server answers %d".formatted(answer.status()));
                }
                uri = uri.resolve(URI.create(answer.location()));
            }
            throw new Failed("the server sends us on and on");
        } catch (FeedAddress.NotAllowed e) {
            throw new Failed("nothing is fetched from its address: " + e.reason());
        } catch (IllegalArgumentException e) {
            throw new Failed("the server sends us on to what is no address");
        } finally {
            client.close();
        }
    }

    private Answer ask(HttpClient client, FeedAddress.Checked at, LoadedFeed.Schedule schedule, long until)
            throws Failed {
        var options = new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setServer(
                        SocketAddress.inetSocketAddress(at.port(), at.address().getHostAddress()))
                .setHost(at.host())
                .setPort(at.port())
                .setSsl(at.secure())
                .setURI(at.pathAndQuery())
                .setFollowRedirects(false);
        var answer = client.request(options).compose(request -> {
            request.putHeader("Accept", "application/json")
                    .putHeader("Accept-Encoding", "identity")
                    .putHeader("User-Agent", "Stepwell meeting feeds");
            if (schedule.etag() != null) {
                request.putHeader("If-None-Match", schedule.etag());
            }
            if (schedule.lastModified() != null) {
                request.putHeader("If-Modified-Since", schedule.lastModified());
            }
            return request.send().compose(response -> taken(request, response));
        });
        try {
            return answer.toCompletionStage()
                    .toCompletableFuture()
                    .get(until - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new Failed("it did not come whole within %d seconds".formatted(whole.toSeconds()));
        } catch (ExecutionException e) {
            @Nullable Throwable cause = e.getCause();
            throw cause instanceof Failed failed
                    ? failed
                    : new Failed("the connection failed (%s)"
                            .formatted(cause == null ? "" : cause.getClass().getSimpleName()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failed("the service ended meanwhile");
        }
    }

    private Future<Answer> taken(HttpClientRequest request, HttpClientResponse response) {
        var headers = response.headers();
        int status = response.statusCode();
        if (status != OK) {
            request.reset();
            return Future.succeededFuture(new Answer(status, headers.get("Location"), NOTHING));
        }
        var encoding = headers.get("Content-Encoding");
        if (encoding != null && !"identity".equals(encoding.toLowerCase(Locale.ROOT))) {
            request.reset();
            return Future.failedFuture(new Failed("it is compressed, which was not asked for"));
        }
        if (announced(headers.get("Content-Length")) > bytesMax) {
            request.reset();
            return Future.failedFuture(tooLarge());
        }
        return body(request, response)
                .map(body ->
                        new Answer(status, null, new Fetched(body, headers.get("ETag"), headers.get("Last-Modified"))));
    }

    /** Ends the connection at the first byte too many, whether the server said how much it sends or not. */
    private Future<Buffer> body(HttpClientRequest request, HttpClientResponse response) {
        var whole = Promise.<Buffer>promise();
        var collected = Buffer.buffer();
        response.handler(part -> {
            if (whole.future().isComplete()) {
                return;
            }
            if (collected.length() + part.length() > bytesMax) {
                whole.tryFail(tooLarge());
                request.reset();
            } else {
                collected.appendBuffer(part);
            }
        });
        response.exceptionHandler(whole::tryFail);
        response.endHandler(_ -> whole.tryComplete(collected));
        return whole.future();
    }

    private Failed tooLarge() {
        return new Failed("it has more than %d MiB".formatted(bytesMax >> MEBIBYTE_SHIFT));
    }

    private static long announced(@Nullable String length) {
        try {
            return length == null ? 0 : Long.parseLong(length);
        } catch (NumberFormatException e) {
            return Long.MAX_VALUE;
        }
    }
}
