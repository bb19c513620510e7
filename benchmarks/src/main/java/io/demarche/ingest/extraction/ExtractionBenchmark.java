package io.demarche.ingest.extraction;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
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
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** Pages to articles. An operation is a page. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class ExtractionBenchmark {

    private static final int PAGES = 10;

    /** How long a page is, in thousands of characters. */
    @Param({"50", "100", "200", "300"})
    public int kilobytes = 50;

    private List<String> pages = List.of();
    private PageExtractor extractor;

    /** Makes pages and extractor. */
    @Setup
    public void load() {
        pages = IntStream.range(0, PAGES)
                .mapToObj(seed -> MadePages.page(seed, kilobytes * 1_000))
                .toList();
        extractor = new PageExtractor(new BoxRules(), new DebrisRules(), new MetadataReader(), new LanguageDetector());
        for (String page : pages) {
            int kept = extractor.extract(page, null).paragraphs().size();
            if (kept < PAGES) {
                throw new IllegalStateException("not an article: " + kept + " paragraphs");
            }
        }
    }

    /** A page to its article. */
    @Benchmark
    @OperationsPerInvocation(PAGES)
    public void extract(Blackhole hole) {
        for (String page : pages) {
            hole.consume(extractor.extract(page, "https://news.example/2024/05/06/terms"));
        }
    }
}
