package io.demarche.benchmarks;

import io.demarche.engine.AnalysisRequest;
import io.demarche.engine.StanceEngine;
import io.demarche.engine.cue.CueLexicon;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** The whole engine, text to stances, with each kind of model. An operation is a sentence. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class EngineBenchmark {
    /** Which model reads the pairs. */
    @Param({"encoder", "linear"})
    public String model = "encoder";

    private List<AnalysisRequest> requests = List.of();
    private StanceEngine engine;

    /** Makes the engine. */
    @Setup
    public void load() {
        Texts.sentences(CueLexicon.load());
        requests = Texts.load().stream().map(AnalysisRequest::of).toList();
        engine = engine();
    }

    private StanceEngine engine() {
        if (model.equals("linear")) {
            return StanceEngine.builder().linear().build();
        }
        String file = System.getProperty(Main.MODEL, "");
        return file.isEmpty()
                ? StanceEngine.create()
                : StanceEngine.builder().modelFile(Path.of(file)).build();
    }

    /** Frees the engine. */
    @TearDown
    public void close() {
        engine.close();
    }

    /** Text to stances. */
    @Benchmark
    @OperationsPerInvocation(Texts.SENTENCES)
    public void analyse(Blackhole hole) {
        for (AnalysisRequest request : requests) {
            hole.consume(engine.analyse(request));
        }
    }
}
