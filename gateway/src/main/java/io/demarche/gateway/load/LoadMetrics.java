package io.demarche.gateway.load;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** How each class of requests stands, for those who watch. */
@Singleton
final class LoadMetrics {

    @Produces
    @Singleton
    MeterBinder load(LoadShedder shedder) {
        return registry -> {
            for (LoadShedder.Standing standing : shedder.standing()) {
                String work = standing.work();
                Gauge.builder("demarche.load.limit", shedder, one -> one.standing(work)
                                .limit())
                        .description("Requests that are let in at once")
                        .tag("work", work)
                        .register(registry);
                Gauge.builder("demarche.load.running", shedder, one -> one.standing(work)
                                .underWay())
                        .description("Requests that are under way")
                        .tag("work", work)
                        .register(registry);
                FunctionCounter.builder("demarche.load.shed", shedder, one -> one.standing(work)
                                .shed())
                        .description("Requests that were turned away because too much was asked")
                        .tag("work", work)
                        .register(registry);
            }
        };
    }
}
