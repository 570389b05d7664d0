package org.stepwell.platform.http;

import jakarta.ws.rs.core.HttpHeaders;
import java.net.URI;
import org.jboss.resteasy.reactive.RestResponse;

/** Answers that carry more than a body. */
public final class Answers {

    private Answers() {}

    /** 201, with where it is (relative to the REST root) and its version. */
    public static <T> RestResponse<T> created(T view, String path, int version) {
        return created(view, path, IfMatch.etag(version));
    }

    /** The same where more than a number tells one version from another. */
    public static <T> RestResponse<T> created(T view, String path, String etag) {
        return RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, view)
                .location(URI.create(path))
                .header(HttpHeaders.ETAG, etag)
                .build();
    }

    /** 200, with the version. */
    public static <T> RestResponse<T> versioned(T view, int version) {
        return versioned(view, IfMatch.etag(version));
    }

    /** The same where more than a number tells one version from another. */
    public static <T> RestResponse<T> versioned(T view, String etag) {
        return RestResponse.ResponseBuilder.ok(view)
                .header(HttpHeaders.ETAG, etag)
                .build();
    }
}
