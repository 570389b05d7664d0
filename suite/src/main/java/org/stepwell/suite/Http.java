package org.stepwell.suite;

import java.net.http.HttpClient;
import java.time.Duration;

/**
 * Clients for HTTP/1.1: one that offers HTTP/2 over plain text now and then loses a long answer while both sides change over.
 */
public final class Http {
    private static final Duration CONNECT_MAX = Duration.ofSeconds(10);

    private Http() {}

    /** A client that gives up on whoever does not pick up. */
    public static HttpClient client() {
        return client(CONNECT_MAX);
    }

    static HttpClient client(Duration connectMax) {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(connectMax)
                .build();
    }
}
