package io.demarche.ingest.fetch;

import java.net.IDN;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a request goes.
 *
 * <p>An address is taken only when everybody reads it alike: no user part, no backslash, no blank or control character,
 * and a host that is a name, four plain decimal numbers, or an IPv6 address in brackets. "0x7f.1" and "2130706433" are
 * numbers to some libraries and names to others.
 *
 * @param scheme http or https
 * @param host a name in ASCII, or a literal address, without brackets
 * @param port 1 to 65535
 * @param path path and query
 */
record Target(String scheme, String host, int port, String path) {

    private static final Pattern NAME =
            Pattern.compile("(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\\.)*[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?");
    private static final Pattern NUMBER = Pattern.compile("[0-9]+|0x[0-9a-f]*");
    private static final Pattern DECIMAL =
            Pattern.compile("(?:(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])(?:\\.(?!$)|$)){4}");
    private static final int LONGEST_NAME = 253;

    /**
     * Reads an address.
     *
     * @throws FetchException when it is none that can be asked
     */
    static Target of(String address) {
        URI uri;
        try {
            uri = new URI(address.strip());
        } catch (URISyntaxException e) {
            throw FetchException.refused("is not a valid address");
        }
        return of(uri);
    }

    private static Target of(URI uri) {
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw FetchException.refused("must begin with http:// or https://");
        }
        String authority = uri.getRawAuthority();
        if (authority == null || authority.contains("@")) {
            throw FetchException.refused("must name a host, and no user");
        }
        int colon = authority.lastIndexOf(':');
        boolean hasPort = colon > authority.lastIndexOf(']');
        String host = host(hasPort ? authority.substring(0, colon) : authority);
        int port = port(hasPort ? authority.substring(colon + 1) : "", scheme);
        String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return new Target(scheme, host, port, path + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery()));
    }

    private static int port(String digits, String scheme) {
        if (digits.isEmpty()) {
            return scheme.equals("https") ? 443 : 80;
        }
        int port = digits.length() <= 5 && digits.chars().allMatch(c -> c >= '0' && c <= '9')
                ? Integer.parseInt(digits)
                : 0;
        if (port < 1 || port > 65_535) {
            throw FetchException.refused("has no valid port");
        }
        return port;
    }

    private static String host(String written) {
        if (written.startsWith("[") && written.endsWith("]")) {
            return sixth(written.substring(1, written.length() - 1));
        }
        String name;
        try {
            name = IDN.toASCII(written, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            throw FetchException.refused("has no valid host");
        }
        if (name.endsWith(".")) {
            name = name.substring(0, name.length() - 1);
        }
        String last = name.substring(name.lastIndexOf('.') + 1);
        boolean numeric = NUMBER.matcher(last).matches();
        boolean valid =
                numeric ? DECIMAL.matcher(name).matches() : NAME.matcher(name).matches();
        if (!valid || name.length() > LONGEST_NAME) {
            throw FetchException.refused("has no valid host");
        }
        return name;
    }

    private static String sixth(String written) {
        // Only digits, colons and dots: a zone ("%eth0") names an interface of this machine.
        boolean plain = written.contains(":")
                && written.chars().allMatch(c -> c == ':' || c == '.' || Character.digit(c, 16) >= 0 && c < 128);
        try {
            if (plain) {
                return InetAddress.getByName(written).getHostAddress();
            }
        } catch (UnknownHostException e) {
            // As every other that is none.
        }
        throw FetchException.refused("has no valid host");
    }

    /** The address that this one redirects to. */
    Target redirected(@Nullable String location) {
        if (location == null || location.isBlank()) {
            throw FetchException.failed("The page redirects to nowhere.");
        }
        try {
            return of(URI.create(address()).resolve(new URI(location.strip().replace(" ", "%20"))));
        } catch (URISyntaxException | IllegalArgumentException e) {
            throw FetchException.failed("The page redirects to something that is no address.");
        }
    }

    /** The literal address that the host is, or null when it is a name: nothing is looked up. */
    @Nullable
    InetAddress literal() {
        boolean literal = host.indexOf(':') >= 0 || DECIMAL.matcher(host).matches();
        try {
            return literal ? InetAddress.getByName(host) : null;
        } catch (UnknownHostException e) {
            throw new IllegalStateException("a literal address needs no look-up", e);
        }
    }

    /** Scheme, host and port: what shares a robots.txt. */
    String origin() {
        boolean usual = port == (scheme.equals("https") ? 443 : 80);
        return scheme + "://" + authority(usual);
    }

    private String authority(boolean usual) {
        String bracketed = host.indexOf(':') >= 0 ? "[" + host + "]" : host;
        return usual ? bracketed : bracketed + ":" + port;
    }

    /** All of it. */
    String address() {
        return origin() + path;
    }

    /** The same place's file of rules for robots. */
    Target robots() {
        return new Target(scheme, host, port, "/robots.txt");
    }

    boolean secure() {
        return scheme.equals("https");
    }
}
