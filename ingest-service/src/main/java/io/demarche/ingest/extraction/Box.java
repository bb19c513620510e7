package io.demarche.ingest.extraction;

import org.jsoup.nodes.Element;
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
    /** The table row, table cell and list that this is or stands in. */
    final @Nullable Box row;

    final @Nullable Box cell;
    final @Nullable Box list;

    /** Characters of prose at or below this box. */
    int prose;
    /** Prose less clutter at or below this box. */
    double net;
    /** Characters of a list, and how many of them are linked to the page's own site. */
    int listChars;

    int listLinkedChars;
    /** Why everything in this box is dropped, from here or from above; null to keep it. */
    @Nullable
    DropReason dropped;

    Box(@Nullable Box parent, int depth, Element element, @Nullable BoxRule rule, boolean article) {
        this.parent = parent;
        this.depth = depth;
        this.tag = element.normalName();
        this.rule = rule;
        this.article = article;
        boolean isRow = Tags.isRow(element);
        this.row = isRow ? this : parent == null ? null : parent.row;
        this.cell = Tags.isCell(element) ? this : isRow || parent == null ? null : parent.cell;
        this.list = tag.equals("ul") || tag.equals("ol") ? this : parent == null ? null : parent.list;
    }

    /** The share of a list that is linked to the page's own site, 0 to 1. */
    double listLinked() {
        return listChars == 0 ? 0 : (double) listLinkedChars / listChars;
    }
}
