package io.demarche.engine.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import opennlp.tools.ml.model.AbstractModel;
import opennlp.tools.postag.POSModel;
import opennlp.tools.sentdetect.SentenceModel;

/**
 * OpenNLP's English models, read once.
 *
 * @param sentences finds sentence ends
 * @param tags weights by which to find parts of speech
 */
record LanguageModels(SentenceModel sentences, TaggerWeights tags) {
    private static final String TAGGER = "pos.model";

    static LanguageModels load() {
        try (InputStream sentences = open("/opennlp-en-ud-ewt-sentence-1.3-2.5.4.bin");
                InputStream tags = open("/opennlp-en-ud-ewt-pos-1.3-2.5.4.bin")) {
            return new LanguageModels(new SentenceModel(sentences), weights(new POSModel(tags)));
        } catch (IOException e) {
            throw new UncheckedIOException("a language model can't be read", e);
        }
    }

    private static TaggerWeights weights(POSModel model) {
        AbstractModel inner = model.getArtifact(TAGGER);
        return TaggerWeights.of(inner);
    }

    private static InputStream open(String name) {
        InputStream stream = LanguageModels.class.getResourceAsStream(name);
        if (stream == null) {
            throw new IllegalStateException("the language model " + name + " is not on the class path");
        }
        return stream;
    }
}
