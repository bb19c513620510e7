package io.demarche.gateway.live;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** How many listen, for those who watch. */
@Singleton
final class LiveMetrics {

    @Produces
    @Singleton
    MeterBinder live(LiveFeed feed) {
        return registry -> Gauge.builder(
                        "demarche.live.clients", feed, one -> one.clients().size())
                .description("Clients of the live stream")
                // What is handed in is a proxy that nobody else need hold.
                .strongReference(true)
                .register(registry);
    }
}
