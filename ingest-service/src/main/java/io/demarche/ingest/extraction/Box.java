package io.demarche.ingest.extraction;

import org.jspecify.annotations.Nullable;

/** An element of a page that can hold blocks of text: one node of the tree that {@link PageReader} flattens. */
final class Box {

    final @Nullable Box parent;
    /** How deep in the page's tree the element stands. */
    final int depth;

    final String tag;
    /** What the element's tag, role, class and id say about it; null for nothing bad. */
    final @Nullable BoxRule rule;
    /** Whether the page's markup names this element as the article or its body. */
    final boolean article;

    /** Characters of prose at or below this box. */
    int prose;
    /** Prose less clutter at or below this box. */
    double net;
    /** Why everything in this box is dropped, from here or from above; null to keep it. */
    @Nullable
    DropReason dropped;

    Box(@Nullable Box parent, int depth, String tag, @Nullable BoxRule rule, boolean article) {
        this.parent = parent;
        this.depth = depth;
        this.tag = tag;
        this.rule = rule;
        this.article = article;
    }
}
