package io.demarche.engine.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class LongIndexTest {
    @Property
    void numbersKeysInTheOrderOfTheirComing(@ForAll List<Long> keys, @ForAll long other) {
        LongIndex index = new LongIndex();
        Map<Long, Integer> expected = new LinkedHashMap<>();
        for (long key : keys) {
            expected.putIfAbsent(key, expected.size());
            assertThat(index.add(key)).isEqualTo(expected.get(key));
        }
        assertThat(index.size()).isEqualTo(expected.size());
        expected.forEach((key, number) -> assertThat(index.get(key)).isEqualTo(number));
        assertThat(index.get(other)).isEqualTo(expected.getOrDefault(other, LongIndex.NONE));
    }
}
