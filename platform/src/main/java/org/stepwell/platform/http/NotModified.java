package org.stepwell.platform.http;

import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

/** Sends nothing twice: whoever has this version already, and says so with If-None-Match, is told only that. */
@Singleton
class NotModified {

    @ServerResponseFilter
    void compare(ContainerRequestContext request, ContainerResponseContext response) {
        @Nullable String known = request.getHeaderString(HttpHeaders.IF_NONE_MATCH);
        @Nullable Object tag = response.getHeaders().getFirst(HttpHeaders.ETAG);
        if ("GET".equals(request.getMethod())
                && response.getStatus() == Response.Status.OK.getStatusCode()
                && names(known, tag == null ? null : tag.toString())) {
            response.setStatus(Response.Status.NOT_MODIFIED.getStatusCode());
            response.setEntity(null);
        }
    }

    /** Compares weakly (RFC 9110, 13.1.2); tags of ours have no comma in them. */
    static boolean names(@Nullable String list, @Nullable String tag) {
        return list != null
                && tag != null
                && Arrays.stream(list.split(","))
                        .map(String::strip)
                        .anyMatch(one -> "*".equals(one) || strong(one).equals(strong(tag)));
    }

    private static String strong(String tag) {
        return tag.startsWith("W/") ? tag.substring(2) : tag;
    }
}
