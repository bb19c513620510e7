package io.demarche.gateway.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EventRingTest {

    private final EventRing ring = new EventRing(3);

    @BeforeEach
    void begin() {
        ring.restart("b");
    }

    private static LiveEvent event(String position) {
        return new LiveEvent(position, new UUID(0, 0), null, Buffer.buffer());
    }

    private List<String> read(long from) {
        return ring.read(from, 10).events().stream().map(LiveEvent::position).toList();
    }

    @Test
    void coversWhatCameBehindItsBeginning() {
        assertThat(ring.after("a")).isEqualTo(-1);
        assertThat(ring.after("b")).isZero();
        ring.append(List.of(event("c"), event("e")), "f");

        assertThat(read(ring.after("b"))).containsExactly("c", "e");
        assertThat(read(ring.after("c"))).containsExactly("e");
        assertThat(read(ring.after("d"))).containsExactly("e");
        assertThat(read(ring.after("f"))).isEmpty();
        assertThat(read(ring.after("z"))).as("ahead of the ring").isEmpty();
    }

    @Test
    void theOldestMakeRoom() {
        ring.append(List.of(event("c"), event("d"), event("e"), event("f")), "f");

        assertThat(ring.read(0, 10)).as("overtaken").isNull();
        assertThat(ring.after("b")).isEqualTo(-1);
        assertThat(read(ring.after("c"))).containsExactly("d", "e", "f");
    }

    @Test
    void tellsHowFarAReaderHasCome() {
        ring.append(List.of(event("c"), event("d")), "k");

        assertThat(ring.read(0, 1).position()).isEqualTo("c");
        assertThat(ring.read(0, 2).position()).isEqualTo("k");
        assertThat(ring.read(2, 2)).isEqualTo(new EventRing.Part(List.of(), 2, "k"));
    }

    @Test
    void whoWasThereBeforeANewBeginningIsBehind() {
        ring.append(List.of(event("c")), "d");
        ring.restart("x");

        assertThat(ring.read(0, 10)).isNull();
        assertThat(ring.after("d")).isEqualTo(-1);
        assertThat(ring.after("x")).isEqualTo(1);
    }
}
