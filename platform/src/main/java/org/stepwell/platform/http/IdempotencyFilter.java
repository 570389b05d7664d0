package org.stepwell.platform.http;

import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;
import java.security.DigestInputStream;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Notes the Idempotency-Key of a POST and digests the body while it is read. */
@Provider
@Singleton
class IdempotencyFilter implements ReaderInterceptor {

    private final IdempotentRequest request;

    IdempotencyFilter(IdempotentRequest request) {
        this.request = request;
    }

    @ServerRequestFilter
    void note(ContainerRequestContext context) {
        var key = context.getHeaderString("Idempotency-Key");
        if (key != null && "POST".equals(context.getMethod())) {
            var uri = context.getUriInfo().getRequestUri(); // whoever is asked by another name is asked the same
            request.keyed(key, uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery()));
        }
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        var digest = request.digest();
        if (digest != null) {
            context.setInputStream(new DigestInputStream(context.getInputStream(), digest));
        }
        return context.proceed();
    }
}
