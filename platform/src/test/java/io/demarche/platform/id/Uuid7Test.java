package io.demarche.platform.id;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class Uuid7Test {

    @Test
    void versionVariantAndTime() {
        long before = System.currentTimeMillis();
        UUID id = Uuid7.next();
        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16).isBetween(before, before + 60_000);
    }

    @Test
    void theLowestOfATimeLiesBetweenWhatWasMadeBeforeAndSince() {
        Instant earlier = Instant.now();
        UUID id = Uuid7.next();
        assertThat(id.toString())
                .isGreaterThan(Uuid7.lowest(earlier).toString())
                .isLessThan(Uuid7.lowest(earlier.plusSeconds(60)).toString());
    }

    @Test
    void textsSortInTheOrderOfMaking() {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            ids.add(Uuid7.next().toString());
        }
        assertThat(ids).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void noTwoAreEqualAcrossThreads() {
        Set<UUID> ids = ConcurrentHashMap.newKeySet();
        IntStream.range(0, 50_000).parallel().forEach(i -> ids.add(Uuid7.next()));
        assertThat(ids).hasSize(50_000);
    }
}
