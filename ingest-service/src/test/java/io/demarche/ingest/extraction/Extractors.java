package io.demarche.ingest.extraction;

/** The extractors as the service makes them. */
final class Extractors {

    static final DebrisRules DEBRIS = new DebrisRules();
    static final LanguageDetector LANGUAGES = new LanguageDetector();
    static final PageExtractor PAGES = new PageExtractor(new BoxRules(), DEBRIS, new MetadataReader(), LANGUAGES);
    static final TextCleaner TEXTS = new TextCleaner(DEBRIS, LANGUAGES);

    private Extractors() {}
}
