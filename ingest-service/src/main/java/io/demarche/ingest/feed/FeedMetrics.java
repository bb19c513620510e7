package io.demarche.ingest.feed;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** What is counted of feeds. */
@Singleton
class FeedMetrics {

    private final Map<PollOutcome, Counter> polls = new EnumMap<>(PollOutcome.class);
    private final Map<ItemResult.State, Counter> items = new EnumMap<>(ItemResult.State.class);

    FeedMetrics(MeterRegistry registry) {
        for (PollOutcome outcome : PollOutcome.values()) {
            polls.put(
                    outcome,
                    Counter.builder("demarche.feeds.polls")
                            .description("Polls of feeds by how they ended")
                            .tag("outcome", outcome.name().toLowerCase(Locale.ROOT))
                            .register(registry));
        }
        for (ItemResult.State state : ItemResult.State.values()) {
            items.put(
                    state,
                    Counter.builder("demarche.feeds.items")
                            .description(
                                    "Attempts to get the article of an item: stored, given up, or to be tried again")
                            .tag("result", state == ItemResult.State.PENDING ? "again" : name(state))
                            .register(registry));
        }
    }

    void polled(PollOutcome outcome) {
        Objects.requireNonNull(polls.get(outcome)).increment();
    }

    void taken(ItemResult.State state) {
        Objects.requireNonNull(items.get(state)).increment();
    }

    private static String name(ItemResult.State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
