package org.stepwell.platform.edge;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whose word about a caller's address is believed: our own gateways', as they are listed, and nobody else's. */
final class TrustedProxies {

    private static final int HOPS_MAX = 10;
    private static final int NETWORK_BYTES = 8;

    private final List<Network> networks;

    TrustedProxies(List<String> listed) {
        networks = listed.stream().map(TrustedProxies::network).toList();
    }

    private record Network(InetAddress address, int bits) {

        boolean holds(InetAddress other) {
            var bytes = other.getAddress();
            var mine = address.getAddress();
            if (bytes.length != mine.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> (bit % Byte.SIZE);
                if (((bytes[bit / Byte.SIZE] ^ mine[bit / Byte.SIZE]) & mask) != 0) {
                    return false;
                }
            }
            return true;
        }
    }

    private static Network network(String text) {
        int slash = text.indexOf('/');
        try {
            var address = InetAddress.ofLiteral(
                    slash < 0 ? text.strip() : text.substring(0, slash).strip());
            int all = address.getAddress().length * Byte.SIZE;
            int bits =
                    slash < 0 ? all : Integer.parseInt(text.substring(slash + 1).strip());
            if (bits >= 0 && bits <= all) {
                return new Network(address, bits);
            }
        } catch (IllegalArgumentException e) {
            // said below
        }
        throw new IllegalStateException(
                "stepwell.limits.trusted-proxies names %s, which is no address and no network such as 10.0.0.0/8"
                        .formatted(text));
    }

    /** An IPv6 network counts as one caller, because each household has 2^64 addresses. */
    static String countedAs(InetAddress caller) {
        var bytes = caller.getAddress();
        return HexFormat.of().formatHex(bytes.length > NETWORK_BYTES ? Arrays.copyOf(bytes, NETWORK_BYTES) : bytes);
    }

    /** Who asks: the nearest of the addresses on the way that is none of our gateways; empty where the peer has none. */
    Optional<InetAddress> address(@Nullable String peer, @Nullable String forwardedFor) {
        var nearest = literal(peer);
        if (nearest.isEmpty()) {
            return nearest;
        }
        var caller = nearest.get();
        if (forwardedFor != null && trusts(caller)) {
            var hops = forwardedFor.split(",", -1);
            for (int i = hops.length - 1; i >= Math.max(0, hops.length - HOPS_MAX); i--) {
                var hop = literal(hops[i].strip());
                if (hop.isEmpty()) {
                    break;
                }
                caller = hop.get();
                if (!trusts(caller)) {
                    break;
                }
            }
        }
        return Optional.of(caller);
    }

    private boolean trusts(InetAddress address) {
        return networks.stream().anyMatch(network -> network.holds(address));
    }

    private static Optional<InetAddress> literal(@Nullable String text) {
        try {
            return Optional.ofNullable(text).map(InetAddress::ofLiteral);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
