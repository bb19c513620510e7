package io.demarche.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.demarche.engine.data.Table;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The engine with the encoder that it ships. */
class EncoderTest {
    private static final StanceEngine ENGINE = StanceEngine.create();

    @AfterAll
    static void close() {
        ENGINE.close();
    }

    @Test
    void namesItsModel() {
        assertThat(ENGINE.info().model()).matches("e5-pairs\\+[0-9a-f]{8}");
        assertThat(StanceEngine.builder().linear().build().info().model()).matches("linear\\+[0-9a-f]{8}");
    }

    @Test
    void anotherModelIsAnotherVersion() {
        assertThat(StanceEngine.builder().linear().build().info().version())
                .isNotEqualTo(ENGINE.info().version());
    }

    @Test
    void readsWhatNoCueSays() {
        // "Pelted with eggs" stands in no lexicon.
        List<Stance> stances = between(
                "Angry farmers pelted the minister with eggs and booed him off the stage.", "farmers", "minister");
        assertThat(stances).anySatisfy(stance -> {
            assertThat(stance.holder().id()).isEqualTo("a");
            assertThat(stance.polarity()).isEqualTo(Polarity.OPPOSE);
        });
    }

    @Test
    void readsTwoSpansInNeighbouringSentences() {
        List<Stance> stances =
                between("Moscow has lost its patience. It denounced Kyiv as a liar and a cheat.", "Moscow", "Kyiv");
        assertThat(stances).anyMatch(stance -> stance.polarity() == Polarity.OPPOSE);
    }

    @Test
    void isTheSameFromAFileAndForManyThreads(@TempDir Path folder) throws Exception {
        Path file = Files.write(folder.resolve("model.onnx"), Table.bytes("pairs.onnx"));
        String text = "Moscow welcomed the plan, but Kyiv rejected it and accused Washington of bad faith.";
        List<Stance> expected = ENGINE.analyse(AnalysisRequest.of(text)).stances();
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try (StanceEngine engine =
                StanceEngine.builder().modelFile(file).threads(2).build()) {
            List<Future<List<Stance>>> answers = java.util.stream.Stream.generate(() -> pool.submit(
                            () -> engine.analyse(AnalysisRequest.of(text)).stances()))
                    .limit(16)
                    .toList();
            for (Future<List<Stance>> answer : answers) {
                assertThat(answer.get()).isEqualTo(expected);
            }
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void aFileThatIsNoModelIsRefused(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("model.onnx"), "no model");
        assertThatThrownBy(() -> StanceEngine.builder().modelFile(file).build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("can't be read");
        assertThatThrownBy(() ->
                        StanceEngine.builder().modelFile(folder.resolve("none")).build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not there");
    }

    private static List<Stance> between(String text, String holder, String target) {
        List<Mention> mentions = List.of(mention("a", text, holder), mention("b", text, target));
        return ENGINE.analyse(new AnalysisRequest(text, null, null, null, mentions, null, null))
                .stances();
    }

    private static Mention mention(String id, String text, String words) {
        int start = text.indexOf(words);
        return new Mention(id, start, start + words.length());
    }
}
