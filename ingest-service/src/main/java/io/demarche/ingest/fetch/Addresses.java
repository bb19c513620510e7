package io.demarche.ingest.fetch;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.List;

/**
 * Tells addresses of the public internet from all others.
 *
 * <p>Source: IANA's registries of special-purpose addresses for IPv4 and IPv6 (RFC 6890 and its updates). Of IPv6 only
 * 2000::/3 is handed out; of that, tunnels that carry an IPv4 address inside are no public addresses either, since they
 * lead to whatever that one is.
 */
final class Addresses {

    private static final List<Range> NOT_PUBLIC_4 = List.of(
            Range.of(0, 0, 0, 0, 8), // this network
            Range.of(10, 0, 0, 0, 8), // private
            Range.of(100, 64, 0, 0, 10), // carriers' NAT
            Range.of(127, 0, 0, 0, 8), // loopback
            Range.of(169, 254, 0, 0, 16), // link-local; clouds' metadata
            Range.of(172, 16, 0, 0, 12), // private
            Range.of(192, 0, 0, 0, 24), // protocol assignments
            Range.of(192, 0, 2, 0, 24), // documentation
            Range.of(192, 88, 99, 0, 24), // 6to4 relays
            Range.of(192, 168, 0, 0, 16), // private
            Range.of(198, 18, 0, 0, 15), // benchmarks
            Range.of(198, 51, 100, 0, 24), // documentation
            Range.of(203, 0, 113, 0, 24), // documentation
            Range.of(224, 0, 0, 0, 4), // multicast
            Range.of(240, 0, 0, 0, 4)); // reserved, broadcast

    private Addresses() {}

    /** Addresses whose first bits are these. */
    private record Range(int prefix, int bits) {
        static Range of(int a, int b, int c, int d, int bits) {
            return new Range(a << 24 | b << 16 | c << 8 | d, bits);
        }

        boolean holds(int address) {
            return (address ^ prefix) >>> 32 - bits == 0;
        }
    }

    /** Whether anybody's page can stand there. */
    static boolean isPublic(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (address instanceof Inet4Address) {
            int value = word(bytes, 0) << 16 | word(bytes, 2);
            return NOT_PUBLIC_4.stream().noneMatch(range -> range.holds(value));
        }
        return address instanceof Inet6Address && isPublic(bytes);
    }

    private static boolean isPublic(byte[] bytes) {
        int first = word(bytes, 0);
        int second = word(bytes, 2);
        boolean handedOut = first >>> 13 == 1;
        boolean protocols = first == 0x2001 && second < 0x200; // 2001::/23: Teredo, ORCHID and others
        boolean documentation = first == 0x2001 && second == 0xdb8 || first == 0x3fff && second < 0x1000;
        boolean sixToFour = first == 0x2002;
        return handedOut && !protocols && !documentation && !sixToFour;
    }

    private static int word(byte[] bytes, int at) {
        return (bytes[at] & 0xff) << 8 | bytes[at + 1] & 0xff;
    }
}
