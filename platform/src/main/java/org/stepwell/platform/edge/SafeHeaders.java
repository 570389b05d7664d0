package org.stepwell.platform.edge;

import io.vertx.core.http.HttpServerResponse;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What every answer says to browsers and caches: keep nothing, guess nothing, run nothing, frame nothing. */
@Singleton
class SafeHeaders {

    private static final String NOTHING = "default-src 'none'; frame-ancestors 'none'";

    /** Swagger UI starts itself by an inline script and draws its icons from data URLs. */
    private static final String OWN_PAGE = "default-src 'self'; script-src 'self' 'unsafe-inline'; "
            + "style-src 'self' 'unsafe-inline'; img-src 'self' data:; base-uri 'none'; form-action 'self'; "
            + "frame-ancestors 'none'";

    private final String swaggerUi;

    SafeHeaders(@ConfigProperty(name = "quarkus.swagger-ui.path", defaultValue = "/q/swagger-ui") String swaggerUi) {
        this.swaggerUi = swaggerUi;
    }

    void put(HttpServerResponse response, String path) {
        response.putHeader("Cache-Control", "no-store")
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("Referrer-Policy", "no-referrer")
                .putHeader("Strict-Transport-Security", "max-age=31536000; includeSubDomains")
                .putHeader("Content-Security-Policy", path.startsWith(swaggerUi) ? OWN_PAGE : NOTHING);
    }
}
