package io.demarche.ingest.article;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.demarche.ingest.extraction.Extraction;
import io.demarche.platform.strict.RequestLimitsConfig;
import io.demarche.platform.strict.StrictJson;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.validation.Validation;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever a line holds, it becomes an article or is refused with a reason, and nothing is thrown. */
class LinePreparationTest {

    private static final String SOUND =
            "{\"text\": \"The minister said on Monday that her government would not accept the terms of the proposal.\","
                    + " \"url\": \"https://example.org/news/1?a=b\", \"source\": \"example.org\", \"title\": \"Title \\u00e9\","
                    + " \"byline\": \"A. Author\", \"publishedAt\": \"2026-01-31T12:00:00Z\", \"language\": \"en\"}";

    private static final LinePreparation PREPARATION = preparation();

    private static LinePreparation preparation() {
        ObjectMapper json = new ObjectMapper().registerModule(new JavaTimeModule());
        new StrictJson().customize(json);
        RequestLimitsConfig limits = new SmallRyeConfigBuilder()
                .withMapping(RequestLimitsConfig.class)
                .addDiscoveredConverters()
                .build()
                .getConfigMapping(RequestLimitsConfig.class);
        return new LinePreparation(
                json, Validation.buildDefaultValidatorFactory().getValidator(), Clock.systemUTC(), limits);
    }

    private static PreparedLine prepare(byte[] json) {
        return PREPARATION.prepare(
                new ArticleLine(1, json),
                input -> new Extraction(
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        false,
                        input.text() == null ? List.of() : List.of(input.text()),
                        List.of()));
    }

    @Property(tries = 50)
    void soundLinesBecomeArticles(@ForAll("spaces") String spaces) {
        PreparedLine line = prepare((spaces + SOUND + spaces).getBytes(StandardCharsets.UTF_8));
        assertThat(line.refused()).isNull();
        assertThat(line.accepted().title()).isEqualTo("Title é");
        assertThat(line.accepted().source()).isEqualTo("example.org");
    }

    @Property(tries = 8_000)
    void changedLinesAreArticlesOrRefused(@ForAll("changed") byte[] json) {
        PreparedLine line = prepare(json);
        assertThat(line.accepted() == null).isNotEqualTo(line.refused() == null);
        if (line.refused() != null) {
            assertThat(line.refused().problem().status()).isIn(400, 413);
            assertThat(line.refused().problem().errors()).isNotEmpty();
            assertThat(line.refused().problem().toString()).doesNotContain("Exception", "io.demarche", "com.fasterxml");
        }
    }

    @Property(tries = 2_000)
    void anyBytesAreRefused(@ForAll byte[] json) {
        PreparedLine line = prepare(json);
        assertThat(line.accepted()).isNull();
        assertThat(line.refused().problem().status()).isEqualTo(400);
    }

    @Provide
    Arbitrary<String> spaces() {
        return Arbitraries.strings().withChars(" \t\r").ofMaxLength(5);
    }

    /** The sound line with a few stretches cut out, doubled or overwritten. */
    @Provide
    Arbitrary<byte[]> changed() {
        Arbitrary<byte[]> piece = Arbitraries.of(
                        "",
                        "\"",
                        "{",
                        "}",
                        "[",
                        ",",
                        ":",
                        "null",
                        "1e999",
                        "\\u0000",
                        "\\ud800",
                        "\u0000",
                        "\n",
                        "true",
                        "\"html\": \"<p>x\",",
                        "\"x\": 1,",
                        "\u00ff",
                        "\\",
                        "-",
                        "\"text\": \"b\",")
                .map(text -> text.getBytes(StandardCharsets.ISO_8859_1));
        Arbitrary<Integer> place = Arbitraries.integers().between(0, SOUND.length());
        Arbitrary<Integer> cut = Arbitraries.integers().between(0, 12);
        return Combinators.combine(place, cut, piece)
                .as(Change::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(3)
                .map(changes -> {
                    byte[] bytes = SOUND.getBytes(StandardCharsets.UTF_8);
                    for (Change change : changes) {
                        bytes = change.apply(bytes);
                    }
                    return bytes;
                });
    }

    private record Change(int place, int cut, byte[] piece) {
        byte[] apply(byte[] bytes) {
            int from = Math.min(place, bytes.length);
            int to = Math.min(from + cut, bytes.length);
            byte[] changed = new byte[from + piece.length + bytes.length - to];
            System.arraycopy(bytes, 0, changed, 0, from);
            System.arraycopy(piece, 0, changed, from, piece.length);
            System.arraycopy(bytes, to, changed, from + piece.length, bytes.length - to);
            return changed;
        }
    }
}
