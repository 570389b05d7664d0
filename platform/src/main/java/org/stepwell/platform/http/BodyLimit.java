package org.stepwell.platform.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.stepwell.platform.problem.BodySize;
import org.stepwell.platform.problem.HttpRule;
import org.stepwell.platform.problem.Refusal;

/**
 * Refuses a body that did not say how large it is and turns out too large. What still comes of it is dropped first, up
 * to a bound: a client that is busy sending would not read the answer. JSON that we bind ourselves keeps its shape.
 */
@Provider
@Singleton
@Priority(0)
class BodyLimit implements ReaderInterceptor {

    private static final String BYTES_MAX = "stepwell.body-bytes-max";
    private static final int DROPPED_AT_A_TIME = 1 << 16;
    private static final Set<Class<?>> READ_BY_THE_OPERATION = Set.of(String.class, byte[].class, InputStream.class);

    private final CurrentVertxRequest http;

    BodyLimit(CurrentVertxRequest http) {
        this.http = http;
    }

    @ServerRequestFilter
    void note(ContainerRequestContext request, ResourceInfo operation) {
        request.setProperty(BYTES_MAX, BodySize.bytesMaxOf(operation.getResourceMethod()));
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        var body = context.getInputStream();
        var bytesMax = (int) context.getProperty(BYTES_MAX);
        var taken = body.readNBytes(bytesMax + 1);
        if (taken.length > bytesMax) {
            drop(body);
            letGo(http.getCurrent());
            throw new Refusal(HttpRule.BODY_TOO_LARGE, BodySize.ADVICE);
        }
        if (!READ_BY_THE_OPERATION.contains(context.getType())) {
            JsonShape.check(taken, context.getMediaType(), JsonNode.class.isAssignableFrom(context.getType()));
        }
        context.setInputStream(new ByteArrayInputStream(taken));
        return context.proceed();
    }

    /** Nobody reads what comes behind the answer, and it would be kept until its end: it is dropped, for a while, and cut off then. */
    private static void letGo(RoutingContext context) {
        var vertx = context.vertx();
        var request = context.request();
        long cut = vertx.setTimer(BodySize.DROPPING_MILLIS_MAX, _ -> {
            if (request.version() == HttpVersion.HTTP_2) {
                request.response().reset();
            } else {
                request.connection().close();
            }
        });
        request.handler(_ -> {});
        request.endHandler(_ -> vertx.cancelTimer(cut));
    }

    private static void drop(InputStream body) throws IOException {
        long until = System.nanoTime()
                + Duration.ofMillis(BodySize.DROPPING_MILLIS_MAX).toNanos();
        long left = BodySize.DROPPED_BYTES_MAX;
        while (left > 0 && System.nanoTime() - until < 0) {
            int read = body.readNBytes(DROPPED_AT_A_TIME).length;
            if (read == 0) {
                return;
            }
            left -= read;
        }
    }
}
