package io.demarche.ingest.extraction;

import io.demarche.platform.problem.ProblemException;
import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Addresses of articles: http and https only. */
public final class WebAddress {

    /** The longest address that is taken. */
    public static final int MAX_LENGTH = 2_048;

    /** Second-level names under two-letter top levels below which names are registered, as in {@code co.uk}. */
    private static final Set<String> SECOND_LEVELS =
            Set.of("ac", "co", "com", "ed", "edu", "go", "gob", "gouv", "gov", "ne", "net", "or", "org");

    private WebAddress() {}

    /**
     * The address of a request, in one form.
     *
     * @param address what a field {@code url} holds, or null
     * @return the same as {@link #normalise} makes it, or null when none was given
     * @throws ProblemException 400 when it is no absolute http(s) address
     */
    public static @Nullable String given(@Nullable String address) {
        String url = normalise(address);
        if (address != null && url == null) {
            throw ProblemException.badRequest("url", "must be an absolute http or https address");
        }
        return url;
    }

    /**
     * Brings an address into one form: lower-case scheme and host, no fragment, no default port, no user.
     *
     * @param address any string, or null
     * @return the address, or null when it is not an absolute http(s) address of at most {@value #MAX_LENGTH} characters
     */
    public static @Nullable String normalise(@Nullable String address) {
        if (address == null || address.isBlank() || address.length() > MAX_LENGTH) {
            return null;
        }
        try {
            URI uri = new URI(address.strip());
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            String host = uri.getHost();
            if (!scheme.equals("http") && !scheme.equals("https") || host == null || host.isEmpty()) {
                return null;
            }
            boolean defaultPort = uri.getPort() == -1 || uri.getPort() == (scheme.equals("http") ? 80 : 443);
            String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
            return scheme + "://" + host.toLowerCase(Locale.ROOT) + (defaultPort ? "" : ":" + uri.getPort()) + path
                    + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
        } catch (URISyntaxException e) {
            return null;
        }
    }

    /**
     * Names the publication behind an address.
     *
     * @param address an address as {@link #normalise} gives it, or null
     * @return the registrable domain, such as {@code bbc.co.uk} for {@code https://www.bbc.co.uk/news}; null without one
     */
    public static @Nullable String registrableDomain(@Nullable String address) {
        if (address == null) {
            return null;
        }
        String host = URI.create(address).getHost();
        return host == null ? null : domain(host);
    }

    /**
     * Brings the name of a host or source into one form.
     *
     * @param host a host's name
     * @return its registrable domain; the host itself when it is an IP address or a single label
     */
    static String domain(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        if (name.startsWith("[") || name.chars().allMatch(c -> c == '.' || c >= '0' && c <= '9')) {
            return name;
        }
        try {
            name = IDN.toASCII(name, IDN.ALLOW_UNASSIGNED);
        } catch (IllegalArgumentException e) {
            return name;
        }
        String[] labels = name.split("\\.");
        int n = labels.length;
        if (n <= 2) {
            return name;
        }
        int keep = labels[n - 1].length() == 2 && SECOND_LEVELS.contains(labels[n - 2]) ? 3 : 2;
        StringBuilder domain = new StringBuilder();
        for (int i = n - keep; i < n; i++) {
            domain.append(domain.isEmpty() ? "" : ".").append(labels[i]);
        }
        return domain.toString();
    }
}
