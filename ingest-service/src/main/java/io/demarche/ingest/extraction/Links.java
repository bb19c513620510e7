package io.demarche.ingest.extraction;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where links lead. What a site links to on itself is mostly its other articles; what an article links to elsewhere is
 * mostly its subject.
 */
final class Links {

    /** Where readers are sent to tell others; links there are no part of any article. */
    private static final Set<String> SHARED_TO = Set.of(
            "facebook.com",
            "twitter.com",
            "x.com",
            "linkedin.com",
            "pinterest.com",
            "reddit.com",
            "whatsapp.com",
            "wa.me",
            "t.me",
            "telegram.me",
            "tumblr.com",
            "flipboard.com",
            "instagram.com",
            "threads.net",
            "vk.com",
            "google.com");

    private Links() {}

    /**
     * Tells whether a link leads away from a site.
     *
     * @param href the link's address as the page gives it
     * @param site the registrable domain of the page, or null when it is not known: then no link leads away
     * @return true for addresses of other sites, those for sharing aside
     */
    static boolean leave(String href, @Nullable String site) {
        int start = href.indexOf("//") + 2;
        if (site == null || start < 2 || start > 8) {
            return false;
        }
        int end = start;
        while (end < href.length() && "/?#:".indexOf(href.charAt(end)) < 0) {
            end++;
        }
        String host = href.substring(start, end).toLowerCase(Locale.ROOT);
        return !host.isEmpty() && !isOf(host, site) && SHARED_TO.stream().noneMatch(to -> isOf(host, to));
    }

    private static boolean isOf(String host, String site) {
        return host.endsWith(site)
                && (host.length() == site.length() || host.charAt(host.length() - site.length() - 1) == '.');
    }
}
