package io.demarche.ingest.feed;

import java.time.DayOfWeek;
import java.time.Duration;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a feed wishes of those who poll it.
 *
 * @param pause how long it wants to be left alone, or null
 * @param skipHours hours in UTC, 0 to 23, in which it wants to be left alone
 * @param skipDays days in UTC in which it does
 */
record PollHints(@Nullable Duration pause, Set<Integer> skipHours, Set<DayOfWeek> skipDays) {

    static final PollHints NONE = new PollHints(null, Set.of(), Set.of());

    private static final Pattern MAX_AGE = Pattern.compile("(?i)\\bmax-age\\s*=\\s*\"?([0-9]{1,9})");

    PollHints {
        skipHours = Set.copyOf(skipHours);
        skipDays = Set.copyOf(skipDays);
    }

    static PollHints of(Feed feed) {
        return new PollHints(feed.pause(), feed.skipHours(), feed.skipDays());
    }

    /** The same, and what a Cache-Control header wishes. */
    PollHints and(@Nullable String cacheControl) {
        Matcher matcher = MAX_AGE.matcher(cacheControl == null ? "" : cacheControl);
        if (!matcher.find()) {
            return this;
        }
        Duration age = Duration.ofSeconds(Long.parseLong(matcher.group(1)));
        return pause != null && pause.compareTo(age) >= 0 ? this : new PollHints(age, skipHours, skipDays);
    }
}
