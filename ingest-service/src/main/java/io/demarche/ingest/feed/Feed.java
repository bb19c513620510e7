package io.demarche.ingest.feed;

import java.time.DayOfWeek;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a feed's document says.
 *
 * @param format what it is written in
 * @param title its name, or null
 * @param items its items, in the order of the document
 * @param pause how long it asks not to be asked again, or null
 * @param skipHours hours of the day in UTC, 0 to 23, in which nothing new comes
 * @param skipDays days of the week in UTC in which nothing new comes
 * @param parts addresses of the documents that hold the items instead: of an index of site maps, newest first
 */
record Feed(
        FeedFormat format,
        @Nullable String title,
        List<FeedItem> items,
        @Nullable Duration pause,
        Set<Integer> skipHours,
        Set<DayOfWeek> skipDays,
        List<String> parts) {

    Feed {
        items = List.copyOf(items);
        skipHours = Set.copyOf(skipHours);
        skipDays = Set.copyOf(skipDays);
        parts = List.copyOf(parts);
    }

    static Feed of(FeedFormat format, @Nullable String title, List<FeedItem> items) {
        return new Feed(format, title, items, null, Set.of(), Set.of(), List.of());
    }

    /**
     * The same, with content only where there is enough of it to stand for a page. Parses all content: for no event loop.
     *
     * @param minWords the fewest words
     */
    Feed withoutTeasers(int minWords) {
        List<FeedItem> kept = items.stream()
                .map(item -> FeedText.words(item.content()) >= minWords ? item : item.withoutContent())
                .filter(FeedItem::isUsable)
                .toList();
        return new Feed(format, title, kept, pause, skipHours, skipDays, parts);
    }
}
