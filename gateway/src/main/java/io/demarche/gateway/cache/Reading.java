package io.demarche.gateway.cache;

/** What is read. A write outdates all kept answers of the kinds that it may change. */
public enum Reading {
    /** Pages of articles. */
    ARTICLES(false),
    /** Single articles. */
    ARTICLE(true),
    /** Pages of stances. */
    STANCES(false),
    /** The stances of single articles. */
    ARTICLE_STANCES(true),
    /** Pages of feeds. */
    FEEDS(false),
    /** Single feeds. */
    FEED(true);

    private final boolean removable;

    Reading(boolean removable) {
        this.removable = removable;
    }

    /** Whether a removal must keep an answer that is under way at the same moment from being kept. */
    boolean removable() {
        return removable;
    }
}
