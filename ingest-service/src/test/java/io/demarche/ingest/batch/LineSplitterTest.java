package io.demarche.ingest.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class LineSplitterTest {

    private static final int LONGEST = 10;

    private static List<String> split(byte[] bytes, int step) {
        List<String> lines = new ArrayList<>();
        LineSplitter splitter = new LineSplitter(
                LONGEST,
                line -> lines.add(line.number() + ":"
                        + (line.json() == null ? "too long" : new String(line.json(), StandardCharsets.ISO_8859_1))));
        for (int at = 0; at < bytes.length; at += step) {
            splitter.accept(Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + step)));
        }
        splitter.finish();
        return lines;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    @Test
    void blankLinesCountAndAreLeftOut() {
        assertThat(split(bytes("a\n\n \t\r\nb\r\nc"), 100)).containsExactly("1:a", "4:b\r", "5:c");
        assertThat(split(bytes(""), 1)).isEmpty();
        assertThat(split(bytes("\n"), 1)).isEmpty();
    }

    @Test
    void aLineMayBeAsLongAsAllowedAndNoLonger() {
        assertThat(split(bytes("0123456789\n0123456789a\n0123456789"), 3))
                .containsExactly("1:0123456789", "2:too long", "3:0123456789");
        assertThat(split(bytes("x".repeat(100_000)), 64)).containsExactly("1:too long");
    }

    @Property(tries = 2_000)
    void itDoesNotMatterHowTheBytesCome(@ForAll("text") String text, @ForAll @IntRange(min = 1, max = 40) int step) {
        List<String> expected = new ArrayList<>();
        String[] lines = text.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            if (lines[i].length() > LONGEST) {
                expected.add(i + 1 + ":too long");
            } else if (!lines[i].isBlank()) {
                expected.add(i + 1 + ":" + lines[i]);
            }
        }
        assertThat(split(bytes(text), step)).isEqualTo(expected);
    }

    @Provide
    Arbitrary<String> text() {
        return Arbitraries.strings().withChars("ab{\" \n\r\u00ff").ofMaxLength(120);
    }
}
