package io.demarche.engine.classifier;

import io.demarche.benchmarks.Texts;
import io.demarche.engine.cue.CueLexicon;
import io.demarche.engine.text.Sentence;
import io.demarche.engine.text.Token;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * The encoder's tokenizer alone. An operation is a sentence.
 *
 * <p>It stands in the tokenizer's package, which keeps it to itself. Its vocabulary is made here: every other word of the
 * texts, and all letters.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class WordPieceBenchmark {
    private static final int LONGEST = 128;

    private final List<String> sentences = new ArrayList<>();
    private WordPiece pieces;

    /** Makes the vocabulary. */
    @Setup
    public void load() {
        Set<String> vocabulary = new LinkedHashSet<>(List.of("[UNK]", "[CLS]", "[SEP]"));
        for (char letter = '!'; letter <= '~'; letter++) {
            vocabulary.add(String.valueOf(letter));
            vocabulary.add("##" + letter);
        }
        List<String> texts = Texts.load();
        List<List<Sentence>> tagged = Texts.sentences(CueLexicon.load());
        int count = 0;
        for (int i = 0; i < texts.size(); i++) {
            for (Sentence sentence : tagged.get(i)) {
                sentences.add(texts.get(i).substring(sentence.start(), sentence.end()));
                for (Token token : sentence.tokens()) {
                    if (count++ % 2 == 0) {
                        vocabulary.add(token.lower());
                    }
                }
            }
        }
        pieces = new WordPiece(List.copyOf(vocabulary));
    }

    /** Sentences to word pieces. */
    @Benchmark
    @OperationsPerInvocation(Texts.SENTENCES)
    public void pieces(Blackhole hole) {
        for (String sentence : sentences) {
            hole.consume(pieces.of(sentence, LONGEST));
        }
    }
}
