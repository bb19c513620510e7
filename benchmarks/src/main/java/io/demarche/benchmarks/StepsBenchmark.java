package io.demarche.benchmarks;

import io.demarche.engine.catalog.BuiltInCatalog;
import io.demarche.engine.catalog.Catalog;
import io.demarche.engine.cue.CueLexicon;
import io.demarche.engine.cue.Cues;
import io.demarche.engine.data.Words;
import io.demarche.engine.mention.Discourse;
import io.demarche.engine.mention.Mentions;
import io.demarche.engine.text.Sentence;
import io.demarche.engine.text.Sentences;
import java.util.List;
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

/** Steps of the engine, each alone. An operation is a sentence. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class StepsBenchmark {
    private List<String> texts = List.of();
    private List<List<Sentence>> tagged = List.of();
    private Sentences sentences;
    private Mentions mentions;
    private Catalog catalog;
    private Cues cues;

    /** Reads the engine's data and tags the texts. */
    @Setup
    public void load() {
        CueLexicon lexicon = CueLexicon.load();
        texts = Texts.load();
        tagged = Texts.sentences(lexicon);
        sentences = Sentences.load(lexicon);
        mentions = new Mentions(Words.load("nouns.tsv"));
        catalog = BuiltInCatalog.load();
        cues = new Cues(lexicon);
    }

    /** Text to tagged sentences. */
    @Benchmark
    @OperationsPerInvocation(Texts.SENTENCES)
    public void sentences(Blackhole hole) {
        for (String text : texts) {
            hole.consume(sentences.of(text));
        }
    }

    /** Tagged sentences to mentions of actors, issues and documents. */
    @Benchmark
    @OperationsPerInvocation(Texts.SENTENCES)
    public void mentions(Blackhole hole) {
        for (List<Sentence> text : tagged) {
            Discourse discourse = new Discourse(catalog, null);
            for (Sentence sentence : text) {
                hole.consume(mentions.of(sentence, discourse));
            }
        }
    }

    /** Tagged sentences to cues. */
    @Benchmark
    @OperationsPerInvocation(Texts.SENTENCES)
    public void cues(Blackhole hole) {
        for (List<Sentence> text : tagged) {
            for (Sentence sentence : text) {
                hole.consume(cues.of(sentence));
            }
        }
    }
}
