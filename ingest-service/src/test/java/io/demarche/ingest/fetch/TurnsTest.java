package io.demarche.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.junit.jupiter.api.Test;

class TurnsTest {

    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final Time time = new Time();
    private final Turns turns = new Turns(time, time::later, 3);
    private final List<String> begun = new ArrayList<>();
    private final List<UniEmitter<? super String>> open = new ArrayList<>();

    /** A clock that stands still until it is moved, and what waits for it. */
    private static final class Time extends Clock {
        private record Task(Instant at, Runnable run) {}

        private final PriorityQueue<Task> tasks = new PriorityQueue<>(Comparator.comparing(Task::at));
        private Instant now = Instant.EPOCH;

        void later(Duration delay, Runnable run) {
            tasks.add(new Task(now.plus(delay), run));
        }

        void pass(Duration span) {
            Instant end = now.plus(span);
            while (!tasks.isEmpty() && !tasks.peek().at().isAfter(end)) {
                Task task = tasks.remove();
                now = task.at();
                task.run().run();
            }
            now = end;
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    private UniAssertSubscriber<String> take(String host, String name) {
        return turns.take(host, PAUSE, () -> {
                    begun.add(name);
                    return Uni.createFrom().<String>emitter(open::add);
                })
                .subscribe()
                .withSubscriber(UniAssertSubscriber.create());
    }

    @Test
    void oneHostOneRequestAndAPauseAfterIt() {
        UniAssertSubscriber<String> first = take("a", "first");
        take("a", "second");
        assertThat(begun).containsExactly("first");
        open.get(0).complete("page");
        first.assertCompleted().assertItem("page");
        assertThat(begun).containsExactly("first");
        time.pass(PAUSE.minusMillis(1));
        assertThat(begun).containsExactly("first");
        time.pass(Duration.ofMillis(1));
        assertThat(begun).containsExactly("first", "second");
    }

    @Test
    void hostsDoNotWaitForEachOther() {
        take("a", "first");
        take("b", "second");
        assertThat(begun).containsExactly("first", "second");
    }

    @Test
    void aFailureEndsATurnToo() {
        UniAssertSubscriber<String> first = take("a", "first");
        take("a", "second");
        open.get(0).fail(new IllegalStateException("broken"));
        first.assertFailedWith(IllegalStateException.class);
        time.pass(PAUSE);
        assertThat(begun).containsExactly("first", "second");
    }

    @Test
    void whoComesWithinThePauseWaitsForItsEnd() {
        take("a", "first");
        open.get(0).complete("page");
        time.pass(Duration.ofSeconds(1));
        take("a", "second");
        assertThat(begun).containsExactly("first");
        time.pass(Duration.ofSeconds(1));
        assertThat(begun).containsExactly("first", "second");
    }

    @Test
    void tooManyAreTurnedAway() {
        take("a", "1");
        take("a", "2");
        take("b", "3");
        take("c", "4").assertFailedWith(FetchException.class);
        assertThat(begun).containsExactly("1", "3");
    }

    @Test
    void aHostThatNobodyAsksIsForgotten() {
        take("a", "1");
        assertThat(turns.hosts()).isEqualTo(1);
        open.get(0).complete("page");
        time.pass(PAUSE);
        assertThat(turns.hosts()).isZero();
    }
}
