package org.stepwell.platform.edge;

import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/** Where a request comes from, as far as our own gateways are believed and nobody else. */
@ApplicationScoped // made at the first request: filters exist before settings are read
public class CallerAddress {

    private final TrustedProxies proxies;

    CallerAddress(Limits limits) {
        proxies = new TrustedProxies(limits.trustedProxies().orElse(List.of()));
    }

    /** The whole address, for the audit; {@code unknown} where there is none. */
    public String of(HttpServerRequest request) {
        return find(request).map(InetAddress::getHostAddress).orElse("unknown");
    }

    /** Whom it counts for in limits: an IPv6 network is one caller. */
    String caller(HttpServerRequest request) {
        return find(request).map(TrustedProxies::countedAs).orElse("unknown");
    }

    private Optional<InetAddress> find(HttpServerRequest request) {
        var peer = request.connection().remoteAddress();
        return proxies.address(
                peer == null ? null : peer.hostAddress(),
                String.join(",", request.headers().getAll("X-Forwarded-For")));
    }
}
