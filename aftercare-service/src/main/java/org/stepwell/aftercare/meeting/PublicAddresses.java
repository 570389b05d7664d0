package org.stepwell.aftercare.meeting;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which addresses are on the public internet, by the registries of special-purpose addresses (RFC 6890 and its successors): all
 * others may be inside of somebody's network, and nothing is fetched from there.
 */
final class PublicAddresses {

    private static final int BITS_OF_A_BYTE = 8;

    private static final List<Block> NOT_PUBLIC_4 = Stream.of(
                    "0.0.0.0/8",
                    "10.0.0.0/8",
                    "100.64.0.0/10",
                    "127.0.0.0/8",
                    "169.254.0.0/16",
                    "172.16.0.0/12",
                    "192.0.0.0/24",
                    "192.0.2.0/24",
                    "192.88.99.0/24",
                    "192.168.0.0/16",
                    "198.18.0.0/15",
                    "198.51.100.0/24",
                    "203.0.113.0/24",
                    "224.0.0.0/4",
                    "240.0.0.0/4")
            .map(Block::of)
            .toList();

    /** Of the sixth version only global unicast is public, without what stands for addresses of the fourth or is for examples. */
    private static final Block PUBLIC_6 = Block.of("2000::/3");

    private static final List<Block> NOT_PUBLIC_6 = Stream.of("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20")
            .map(Block::of)
            .toList();

    private PublicAddresses() {}

    private record Block(List<Byte> network, int bits) {

        static Block of(String text) {
            int slash = text.indexOf('/');
            var bytes = InetAddress.ofLiteral(text.substring(0, slash)).getAddress();
            return new Block(list(bytes), Integer.parseInt(text.substring(slash + 1)));
        }

        boolean holds(InetAddress address) {
            var other = list(address.getAddress());
            if (other.size() != network.size()) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                if (bit(network, bit) != bit(other, bit)) {
                    return false;
                }
            }
            return true;
        }

        private static int bit(List<Byte> bytes, int bit) {
            return bytes.get(bit / BITS_OF_A_BYTE) >> (BITS_OF_A_BYTE - 1 - bit % BITS_OF_A_BYTE) & 1;
        }

        private static List<Byte> list(byte[] bytes) {
            var list = new java.util.ArrayList<Byte>();
            for (byte one : bytes) {
                list.add(one);
            }
            return list;
        }
    }

    static boolean has(InetAddress address) {
        return address instanceof Inet4Address
                ? NOT_PUBLIC_4.stream().noneMatch(block -> block.holds(address))
                : PUBLIC_6.holds(address) && NOT_PUBLIC_6.stream().noneMatch(block -> block.holds(address));
    }
}
