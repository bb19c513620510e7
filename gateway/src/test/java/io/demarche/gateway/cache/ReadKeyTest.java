package io.demarche.gateway.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReadKeyTest {

    @Test
    void orderMakesNoDifference() {
        assertThat(ReadKey.of(Reading.STANCES).with("b", List.of("y", "x")).with("a", 1))
                .hasToString(ReadKey.of(Reading.STANCES)
                        .with("a", 1)
                        .with("b", List.of("x", "y", "x"))
                        .toString());
    }

    @Test
    void noValueLooksLikeAnother() {
        assertThat(ReadKey.of(Reading.STANCES).with("a", "1&b=2").toString())
                .isNotEqualTo(
                        ReadKey.of(Reading.STANCES).with("a", 1).with("b", 2).toString());
        assertThat(ReadKey.of(Reading.STANCES).with("a", List.of("x,y")).toString())
                .isNotEqualTo(
                        ReadKey.of(Reading.STANCES).with("a", List.of("x", "y")).toString());
        assertThat(ReadKey.of(Reading.ARTICLES).toString())
                .isNotEqualTo(ReadKey.of(Reading.STANCES).toString());
    }

    @Test
    void entityTagsAreComparedWeakly() {
        assertThat(EntityTags.match("\"a\", W/\"b\"", "\"b\"")).isTrue();
        assertThat(EntityTags.match("*", "\"b\"")).isTrue();
        assertThat(EntityTags.match("\"a\"", "\"b\"")).isFalse();
        assertThat(EntityTags.match("b", "\"b\"")).isFalse();
        assertThat(EntityTags.match(null, "\"b\"")).isFalse();
    }
}
