package org.stepwell.platform.http;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.lang.reflect.Method;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The status an operation will be answered with, while its transaction is still open. */
public final class AnswerStatus {

    private AnswerStatus() {}

    /** The status of what an operation returned, to a caller who may have this version already. */
    public static int of(Method operation, @Nullable Object result, @Nullable String known) {
        int status = of(operation, result);
        boolean unchanged = status == Response.Status.OK.getStatusCode()
                && operation.isAnnotationPresent(jakarta.ws.rs.GET.class)
                && result instanceof RestResponse<?> response
                && NotModified.names(known, response.getHeaderString(HttpHeaders.ETAG));
        return unchanged ? Response.Status.NOT_MODIFIED.getStatusCode() : status;
    }

    static int of(Method operation, @Nullable Object result) {
        if (result instanceof RestResponse<?> response) {
            return response.getStatus();
        }
        var declared = operation.getAnnotation(ResponseStatus.class);
        if (declared != null) {
            return declared.value();
        }
        return result == null ? Response.Status.NO_CONTENT.getStatusCode() : Response.Status.OK.getStatusCode();
    }
}
