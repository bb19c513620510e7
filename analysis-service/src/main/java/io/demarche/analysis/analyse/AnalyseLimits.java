package io.demarche.analysis.analyse;

/** How much one request may ask for. Lengths count Unicode code points. */
final class AnalyseLimits {

    static final int TEXT = 200_000;
    static final int TITLE = 2_000;
    static final int NAME = 200;
    static final int LANGUAGE = 35;
    static final int MENTIONS = 200;
    static final int CATALOG_NAMES = 5_000;
    static final int PARENTS = 50;

    private AnalyseLimits() {}
}
