package io.demarche.ingest.feed;

import java.time.DayOfWeek;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** RSS 0.9x, 1.0 and 2.0 with the modules that news sites use. */
final class RssReader {

    private static final int LONGEST_TTL_MINUTES = 7 * 24 * 60;

    private RssReader() {}

    /**
     * Reads.
     *
     * @param root the outermost element
     * @param items the elements of the items
     * @param url where it came from
     */
    static Feed read(Element root, List<Element> items, String url) {
        Element channel = FeedXml.name(root).equals("channel") ? root : FeedXml.field(root, "channel");
        Element head = channel == null ? root : channel;
        String site = FeedLinks.resolve(url, FeedXml.text(head, "link"));
        List<FeedItem> read = new ArrayList<>();
        for (Element item : items) {
            read.add(item(item, url, site == null ? url : site));
        }
        return new Feed(
                FeedFormat.RSS,
                FeedText.plain(FeedXml.text(head, "title")),
                read,
                pause(head),
                skipHours(head),
                skipDays(head),
                List.of());
    }

    private static FeedItem item(Element item, String url, String site) {
        String own = FeedXml.base(item, url);
        String base = own == null ? site : own;
        Element guidField = FeedXml.field(item, "guid");
        String guid = FeedXml.text(guidField);
        String about = item.attr("rdf:about");
        String description = FeedXml.html(FeedXml.field(item, "description", "dc:description", "summary"));
        String encoded = FeedXml.html(FeedXml.field(item, "content:encoded", "content"));
        return new FeedItem(
                guid == null && !about.isBlank() ? about : guid,
                link(item, base, guid, guidField),
                FeedText.plain(FeedXml.text(item, "title", "dc:title")),
                FeedText.author(FeedXml.text(item, "dc:creator", "author")),
                FeedDate.parse(FeedXml.text(item, "pubdate", "dc:date", "dcterms:issued", "published", "updated")),
                length(encoded) >= length(description) ? encoded : description);
    }

    private static int length(@Nullable String text) {
        return text == null ? -1 : text.length();
    }

    private static @Nullable String link(
            Element item, String base, @Nullable String guid, @Nullable Element guidField) {
        String original = FeedLinks.resolve(base, FeedXml.text(item, "feedburner:origlink"));
        if (original != null) {
            return original;
        }
        for (Element child : item.children()) {
            boolean other = !List.of("", "alternate").contains(child.attr("rel"));
            if (FeedXml.atomName(child).equals("link") && !other) {
                String written = FeedXml.text(child);
                String link = FeedLinks.resolve(base, written == null ? child.attr("href") : written);
                if (link != null) {
                    return link;
                }
            }
        }
        String swallowed = FeedLinks.resolve(base, FeedXml.text(item, "link"));
        if (swallowed != null) {
            return swallowed;
        }
        boolean permanent = guidField != null && !guidField.attr("isPermaLink").equalsIgnoreCase("false");
        // A number or a tag is no relative address, whatever the default says.
        boolean address = guid != null && (guid.startsWith("http") || guid.startsWith("/"));
        String about = item.attr("rdf:about");
        return permanent && address ? FeedLinks.resolve(base, guid) : FeedLinks.resolve(base, about);
    }

    private static @Nullable Duration pause(Element head) {
        int minutes = number(FeedXml.text(head, "ttl"), 1, LONGEST_TTL_MINUTES, 0);
        Duration ttl = minutes == 0 ? Duration.ZERO : Duration.ofMinutes(minutes);
        Duration period = period(FeedXml.text(head, "sy:updateperiod"))
                .dividedBy(number(FeedXml.text(head, "sy:updatefrequency"), 1, 10_000, 1));
        Duration pause = ttl.compareTo(period) > 0 ? ttl : period;
        return pause.isZero() ? null : pause;
    }

    private static Duration period(@Nullable String name) {
        return switch (name == null ? "" : name.toLowerCase(Locale.ROOT)) {
            case "hourly" -> Duration.ofHours(1);
            case "daily" -> Duration.ofDays(1);
            case "weekly", "monthly", "yearly" -> Duration.ofDays(7);
            default -> Duration.ZERO;
        };
    }

    private static Set<Integer> skipHours(Element head) {
        Set<Integer> hours = new HashSet<>();
        Element list = FeedXml.field(head, "skiphours");
        if (list != null) {
            for (Element hour : list.children()) {
                int value = number(FeedXml.text(hour), 0, 24, -1);
                if (value >= 0) {
                    hours.add(value % 24); // Older versions count from 1.
                }
            }
        }
        return hours.size() == 24 ? Set.of() : hours;
    }

    private static Set<DayOfWeek> skipDays(Element head) {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        Element list = FeedXml.field(head, "skipdays");
        if (list != null) {
            for (Element day : list.children()) {
                String name = String.valueOf(FeedXml.text(day)).toUpperCase(Locale.ROOT);
                for (DayOfWeek known : DayOfWeek.values()) {
                    if (known.name().equals(name)) {
                        days.add(known);
                    }
                }
            }
        }
        return days.size() == 7 ? Set.of() : days;
    }

    private static int number(@Nullable String digits, int least, int most, int otherwise) {
        if (digits == null || !digits.matches("[0-9]{1,6}")) {
            return otherwise;
        }
        int value = Integer.parseInt(digits);
        return value < least ? otherwise : Math.min(value, most);
    }
}
