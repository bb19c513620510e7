package io.demarche.ingest.extraction;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the box that holds the article: the deepest one with the most prose net of clutter, where the page's own
 * markup of the article breaks near-ties. Every step is one pass over boxes or blocks.
 */
final class MainContent {

    /** A box that the page calls the article is believed when it holds this share of the best box's prose. */
    private static final double MARKED_SHARE = 0.55;

    /** The share of a page's prose that may be summaries before the words for them are taken to mean something else. */
    private static final double MAX_SUMMARY = 0.4;

    private MainContent() {}

    /**
     * Marks what is dropped and finds the article's box.
     *
     * @param page a flattened page, whose boxes get their sums and drop reasons
     * @return the article's box, or null when the page holds no text at all
     */
    static @Nullable Box find(PageReader.Page page) {
        int total = sumProse(page);
        spreadReasons(page.boxes(), total);
        sumNet(page);
        Box best = null;
        for (Box box : page.boxes()) {
            if (box.dropped == null && (best == null || box.net >= best.net)) {
                best = box;
            }
        }
        Box marked = null;
        for (Box box : page.boxes()) {
            if (box.dropped == null && box.article && (marked == null || box.net >= marked.net)) {
                marked = box;
            }
        }
        if (best != null && marked != null && marked.net >= best.net * MARKED_SHARE) {
            return marked;
        }
        return best;
    }

    private static int sumProse(PageReader.Page page) {
        int total = 0;
        for (Block block : page.blocks()) {
            if (block.isProse()) {
                block.box.prose += block.text.length();
                total += block.text.length();
            }
        }
        List<Box> boxes = page.boxes();
        for (int i = boxes.size() - 1; i >= 0; i--) {
            Box parent = boxes.get(i).parent;
            if (parent != null) {
                parent.prose += boxes.get(i).prose;
            }
        }
        return total;
    }

    private static void spreadReasons(List<Box> boxes, int total) {
        int summed = 0;
        for (Box box : boxes) {
            Box parent = box.parent;
            DropReason above = parent == null ? null : parent.dropped;
            if (above != null && above != DropReason.SUMMARY) {
                box.dropped = above;
            } else if (box.rule != null && (box.prose == 0 || box.prose < box.rule.trust() * total)) {
                box.dropped = box.rule.reason();
                summed += above == null && box.dropped == DropReason.SUMMARY ? box.prose : 0;
            } else {
                box.dropped = above;
            }
        }
        if (summed > total * MAX_SUMMARY) {
            for (Box box : boxes) {
                box.dropped = box.dropped == DropReason.SUMMARY ? null : box.dropped;
            }
        }
    }

    private static void sumNet(PageReader.Page page) {
        for (Block block : page.blocks()) {
            if (block.box.dropped == null) {
                block.box.net += block.weight();
            }
        }
        List<Box> boxes = page.boxes();
        for (int i = boxes.size() - 1; i >= 0; i--) {
            Box parent = boxes.get(i).parent;
            if (parent != null) {
                parent.net += boxes.get(i).net;
            }
        }
    }
}
