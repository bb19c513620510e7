package io.demarche.ingest.feed;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How often a feed has something new. */
final class Rhythm {

    /** What is older says nothing of today. */
    private static final int NEWEST = 30;

    private static final int FEWEST = 3;

    private Rhythm() {}

    /**
     * The median time between the newest items.
     *
     * @param dates when items were published, in any order
     * @param now those after this are not believed
     * @return a positive time, or null when there are too few
     */
    static @Nullable Duration of(Collection<Instant> dates, Instant now) {
        List<Instant> newest = dates.stream()
                .filter(date -> !date.isAfter(now))
                .distinct()
                .sorted(Comparator.reverseOrder())
                .limit(NEWEST)
                .toList();
        if (newest.size() < FEWEST) {
            return null;
        }
        List<Duration> gaps = new ArrayList<>();
        for (int i = 1; i < newest.size(); i++) {
            gaps.add(Duration.between(newest.get(i), newest.get(i - 1)));
        }
        gaps.sort(Comparator.naturalOrder());
        return gaps.get(gaps.size() / 2);
    }
}
