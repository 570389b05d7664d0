package org.stepwell.aftercare.meeting;

import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Which addresses a feed may be fetched from: https only, no name and password in it, and every address of its host on the public
 * internet. An administrator writes it, and a server may send us on to another one; neither makes us ask inside of our own network.
 */
@Singleton
class FeedAddress {

    private static final int HTTPS = 443;
    private static final int HTTP = 80;

    private final Set<String> trusted;

    /**
     * @param trusted origins, such as {@code http://mirror.internal:8080}, from {@code STEPWELL_MEETING_FEEDS_TRUSTED_ORIGINS}: a
     *     deployment's own mirror of a feed, which is fetched from wherever it is
     */
    FeedAddress(@ConfigProperty(name = "stepwell.meeting-feeds.trusted-origins") Optional<List<String>> trusted) {
        this.trusted = new HashSet<>(trusted.orElse(List.of()));
    }

    /** Why nothing is fetched from an address, as what is wrong with it. */
    static final class NotAllowed extends Exception {

        private final String reason;

        NotAllowed(String reason) {
            super(reason, null, false, false);
            this.reason = reason;
        }

        String reason() {
            return reason;
        }
    }

    /** An address that was looked at, and where the connection goes to: nobody looks its host up again. */
    record Checked(URI uri, String host, int port, boolean secure, InetAddress address) {

        String pathAndQuery() {
            var path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
            return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
        }
    }

    /** What can be said of an address without asking anybody. */
    URI read(String url) throws NotAllowed {
        try {
            return mustBeAllowed(new URI(url));
        } catch (URISyntaxException e) {
            throw new NotAllowed("it is no address");
        }
    }

    private URI mustBeAllowed(URI uri) throws NotAllowed {
        if (uri.getHost() == null || uri.getHost().isEmpty()) {
            throw new NotAllowed("it is no address");
        }
        if (uri.getRawUserInfo() != null) {
            throw new NotAllowed("it has a name or password in it");
        }
        if (!isTrusted(uri) && !"https".equalsIgnoreCase(uri.getScheme())) {
            throw new NotAllowed("it does not begin with https://");
        }
        return uri;
    }

    /** Looks its host up: all that it may be must be public. */
    Checked check(URI uri) throws NotAllowed {
        mustBeAllowed(uri);
        var host = uri.getHost().replaceAll("[\\[\\]]", "");
        InetAddress[] found;
        try {
            found = InetAddress.getAllByName(host);
        } catch (UnknownHostException e) {
            throw new NotAllowed("its host is not known");
        }
        if (!isTrusted(uri)) {
            for (var one : found) {
                if (!PublicAddresses.has(one)) {
                    throw new NotAllowed("its host is not on the public internet");
                }
            }
        }
        boolean secure = "https".equalsIgnoreCase(uri.getScheme());
        return new Checked(uri, host, port(uri), secure, found[0]);
    }

    private boolean isTrusted(URI uri) {
        var scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        boolean web = scheme.equals("http") || scheme.equals("https");
        var origin = "%s://%s".formatted(scheme, uri.getRawAuthority());
        return web && trusted.contains(origin);
    }

    private static int port(URI uri) {
        if (uri.getPort() >= 0) {
            return uri.getPort();
        }
        return "https".equalsIgnoreCase(uri.getScheme()) ? HTTPS : HTTP;
    }
}
