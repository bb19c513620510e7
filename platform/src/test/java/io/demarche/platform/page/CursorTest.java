package io.demarche.platform.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.demarche.platform.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

    @Test
    void comesBackAsItWent() {
        String cursor = Cursor.encode("2026-01-31T12:00:00Z", "", "a:b|c,é😀\u0001", "7:");
        assertThat(cursor).matches("[A-Za-z0-9_-]+");
        assertThat(Cursor.decode(cursor, 4)).containsExactly("2026-01-31T12:00:00Z", "", "a:b|c,é😀\u0001", "7:");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "!", "%", "a", "abc", "AAAA", "Mg", "MTo", "OTk6eA", "LTE6eA", "Og", "MTp4MQ", "4pii"})
    void brokenCursors(String cursor) {
        assertBroken(() -> Cursor.decode(cursor, 1));
    }

    @Test
    void wrongNumberOfParts() {
        assertBroken(() -> Cursor.decode(Cursor.encode("a"), 2));
        assertBroken(() -> Cursor.decode(Cursor.encode("a", "b", "c"), 2));
    }

    @Test
    void bytesThatAreNoText() {
        String cursor = Base64.getUrlEncoder().encodeToString(new byte[] {'1', ':', (byte) 0xff});
        assertBroken(() -> Cursor.decode(cursor, 1));
    }

    @Test
    void hugeCursor() {
        String cursor = Cursor.encode("x".repeat(100_000));
        assertBroken(() -> Cursor.decode(cursor, 1));
    }

    @Test
    void readerDecidesWhatPartsMean() {
        Instant now = Instant.parse("2026-01-31T12:00:00.123456Z");
        String cursor = Cursor.encode(now.toString(), "id");
        Instant read = Cursor.decode(cursor, 2, parts -> Instant.parse(parts.get(0)));
        assertThat(read).isEqualTo(now);
        assertBroken(() -> Cursor.decode(cursor, 2, parts -> Instant.parse(parts.get(1))));
    }

    @Test
    void foreignBase64() {
        String cursor = Base64.getUrlEncoder().encodeToString("hello".getBytes(StandardCharsets.UTF_8));
        assertBroken(() -> Cursor.decode(cursor, 1));
    }

    private static void assertBroken(Runnable reading) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(reading::run)
                .satisfies(thrown -> {
                    assertThat(thrown.status()).isEqualTo(400);
                    assertThat(thrown.problem().errors()).singleElement().satisfies(error -> assertThat(error.field())
                            .isEqualTo("cursor"));
                });
    }
}
