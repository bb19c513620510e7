package io.demarche.ingest.feed;

import io.demarche.ingest.extraction.WebAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Addresses as feeds write them. */
final class FeedLinks {

    private static final String NOT_IN_ADDRESSES = "<>\"{}|\\^`[]";
    private static final Pattern LONE_PERCENT = Pattern.compile("%(?![0-9A-Fa-f]{2})");
    private static final Pattern ABSOLUTE = Pattern.compile("(?i)https?://.*");
    /** What says where a reader came from, and nothing of the page. */
    private static final Set<String> TRACKING =
            Set.of("fbclid", "gclid", "msclkid", "mc_cid", "mc_eid", "cmpid", "ocid", "ref_src", "xtor");

    private static final Set<String> TRACKING_FAMILIES = Set.of("utm_", "at_", "ns_", "wt_", "pk_");

    private FeedLinks() {}

    /**
     * Completes an address.
     *
     * @param base an absolute address, or null
     * @param link any string, or null
     * @return an http(s) address in ASCII as {@link WebAddress#normalise} gives it, or null
     */
    static @Nullable String resolve(@Nullable String base, @Nullable String link) {
        if (link == null || link.isBlank() || link.length() > WebAddress.MAX_LENGTH) {
            return null;
        }
        String escaped = escape(link.strip());
        String absolute = escaped;
        if (!ABSOLUTE.matcher(escaped).matches()) {
            if (base == null || base.length() > WebAddress.MAX_LENGTH) {
                return null;
            }
            absolute = resolveEscaped(escape(base.strip()), escaped);
        }
        return ascii(WebAddress.normalise(absolute));
    }

    private static @Nullable String resolveEscaped(String base, String link) {
        try {
            if (link.startsWith("?")) {
                // The JDK follows an older specification, by which the last part of the path would go.
                return base.replaceFirst("[?#].*", "") + link;
            }
            return new URI(base).resolve(new URI(link)).toString();
        } catch (URISyntaxException | IllegalArgumentException e) {
            return null;
        }
    }

    private static String escape(String address) {
        StringBuilder out = new StringBuilder(address.length());
        for (int i = 0; i < address.length(); ) {
            int c = address.codePointAt(i);
            i += Character.charCount(c);
            if (c == '\n' || c == '\r' || c == '\t') {
                continue; // Long addresses are broken over lines.
            }
            if (c <= ' ' || c > 126 || NOT_IN_ADDRESSES.indexOf(c) >= 0 && !inHost(out)) {
                for (byte b : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
                    out.append('%').append(HexFormat.of().withUpperCase().toHexDigits(b));
                }
            } else {
                out.appendCodePoint(c);
            }
        }
        return LONE_PERCENT.matcher(out).replaceAll("%25");
    }

    /** Brackets hold an IPv6 address there. */
    private static boolean inHost(StringBuilder address) {
        int authority = address.indexOf("//");
        return authority >= 0 && address.indexOf("/", authority + 2) < 0;
    }

    private static @Nullable String ascii(@Nullable String address) {
        return address == null || address.chars().allMatch(c -> c < 127) ? address : null;
    }

    /**
     * What two addresses of one page have in common: no scheme, no "www.", no parameters that only track, no slash at the
     * end.
     *
     * @param url an address as {@link #resolve} gives it
     */
    static String key(String url) {
        String rest = url.substring(url.indexOf("//") + 2);
        rest = rest.startsWith("www.") ? rest.substring(4) : rest;
        int question = rest.indexOf('?');
        String path = question < 0 ? rest : rest.substring(0, question);
        String query = question < 0
                ? ""
                : Arrays.stream(rest.substring(question + 1).split("&"))
                        .filter(parameter -> !parameter.isEmpty() && !tracks(parameter))
                        .collect(Collectors.joining("&"));
        path = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        return query.isEmpty() ? path : path + "?" + query;
    }

    private static boolean tracks(String parameter) {
        String name = parameter.split("=", 2)[0].toLowerCase(Locale.ROOT);
        return TRACKING.contains(name) || TRACKING_FAMILIES.stream().anyMatch(name::startsWith);
    }
}
