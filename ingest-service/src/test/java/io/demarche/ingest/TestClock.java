package io.demarche.ingest;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;

/** The present, and as much later as a test wants it. */
@Singleton
public class TestClock extends Clock {

    private final AtomicLong aheadMillis = new AtomicLong();

    /** Lets time pass at once. */
    public void advance(Duration duration) {
        aheadMillis.addAndGet(duration.toMillis());
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }

    @Override
    public Instant instant() {
        return Instant.now().plusMillis(aheadMillis.get());
    }
}
