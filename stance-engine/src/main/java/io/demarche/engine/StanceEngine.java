package io.demarche.engine;

import io.demarche.engine.catalog.BuiltInCatalog;
import io.demarche.engine.catalog.CallCatalog;
import io.demarche.engine.catalog.Catalog;
import io.demarche.engine.classifier.EncoderClassifier;
import io.demarche.engine.classifier.LinearClassifier;
import io.demarche.engine.classifier.PairClassifier;
import io.demarche.engine.cue.CueLexicon;
import io.demarche.engine.data.Table;
import io.demarche.engine.language.Languages;
import io.demarche.engine.stance.CodePoints;
import io.demarche.engine.stance.StanceFinder;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds stances in a text.
 *
 * <pre>{@code
 * StanceEngine engine = StanceEngine.create();
 * Analysis analysis = engine.analyse(AnalysisRequest.of("Moscow welcomed the plan, but Kyiv rejected it."));
 * analysis.stances().forEach(stance ->
 *         System.out.println(stance.holder().name() + " " + stance.polarity() + " " + stance.target().name()));
 * }</pre>
 *
 * <p>Creating an engine reads its data files and language models (a few hundred milliseconds); do it once. An engine is
 * immutable and may be used by any number of threads. Equal requests to equal engines give equal answers.
 */
public final class StanceEngine implements AutoCloseable {
    private static final String BUILT_IN = "pairs.onnx";

    private final PairClassifier classifier;
    private final EngineInfo info;
    private final Catalog catalog;
    private final Languages languages;
    private final StanceFinder finder;

    private StanceEngine(PairClassifier classifier) {
        this.classifier = classifier;
        this.info = new EngineInfo(Release.version(classifier.name()), classifier.name());
        this.catalog = BuiltInCatalog.load();
        this.languages = Languages.load();
        this.finder = new StanceFinder(CueLexicon.load(), classifier);
    }

    /** An engine with the built-in catalog, cue lexicon and stance model, on one thread a call. */
    public static StanceEngine create() {
        return builder().build();
    }

    /** An engine to be set up. */
    public static Builder builder() {
        return new Builder();
    }

    /** How an engine is set up. */
    public static final class Builder {
        private @Nullable Path file;
        private boolean encoder = true;
        private int threads = 1;

        private Builder() {}

        /**
         * Reads the stance model from a file rather than from the class path: costs less memory, and a folder of ONNX
         * Runtime's own libraries may be named with the system property {@code onnxruntime.native.path}, so that nothing
         * is unpacked.
         */
        public Builder modelFile(Path model) {
            file = model;
            encoder = true;
            return this;
        }

        /** Does without the encoder: the small linear model reads the pairs. Far faster, and less exact. */
        public Builder linear() {
            encoder = false;
            file = null;
            return this;
        }

        /**
         * Threads that one call may use inside the encoder.
         *
         * @throws IllegalArgumentException when less than 1
         */
        public Builder threads(int count) {
            if (count < 1) {
                throw new IllegalArgumentException("threads must be at least 1, not " + count);
            }
            threads = count;
            return this;
        }

        /**
         * The engine. Where no encoder was shipped, it is the linear one: {@link StanceEngine#info()} tells.
         *
         * @throws IllegalArgumentException when the model file can't be read or is none
         */
        public StanceEngine build() {
            return new StanceEngine(classifier());
        }

        private PairClassifier classifier() {
            if (encoder && file != null) {
                return EncoderClassifier.load(file, threads);
            }
            if (encoder && Table.exists(BUILT_IN)) {
                return EncoderClassifier.load(Table.bytes(BUILT_IN), threads);
            }
            return LinearClassifier.load(Table.bytes("pairs-linear.bin"));
        }
    }

    /** Which engine this is. */
    public EngineInfo info() {
        return info;
    }

    /**
     * Finds the stances of a text. A text that is not English has none, and a note says so.
     *
     * @throws InvalidRequestException when a mention lies outside the text or a catalog contradicts itself
     * @throws java.util.concurrent.CancellationException when the thread is interrupted; looked at for each sentence
     */
    public Analysis analyse(AnalysisRequest request) {
        CodePoints offsets = new CodePoints(request.text());
        check(
                request.mentions(),
                request.text().codePointCount(0, request.text().length()));
        Catalog names = CallCatalog.of(catalog, request.catalog());
        String unread = languages.unread(request.text(), request.language());
        if (unread != null) {
            return new Analysis(
                    info, request.text(), List.of(), List.of(unread + " is not supported: no stances were looked for"));
        }
        return new Analysis(info, request.text(), finder.find(request, names, offsets), List.of());
    }

    /** Frees the stance model. No call may be under way, and none may follow. */
    @Override
    public void close() {
        classifier.close();
    }

    private static void check(List<Mention> mentions, int length) {
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < mentions.size(); i++) {
            Mention mention = mentions.get(i);
            String field = "mentions[" + i + "]";
            if (mention.start() < 0 || mention.start() >= length) {
                throw new InvalidRequestException(
                        field + ".start", "must lie inside the text, which has " + length + " code points");
            }
            if (mention.end() <= mention.start() || mention.end() > length) {
                throw new InvalidRequestException(
                        field + ".end",
                        "must lie after start and inside the text, which has " + length + " code points");
            }
            if (!ids.add(mention.id())) {
                throw new InvalidRequestException(field + ".id", "is the id of another mention too");
            }
        }
    }
}
