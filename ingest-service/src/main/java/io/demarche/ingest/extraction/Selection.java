package io.demarche.ingest.extraction;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sorts the blocks of a page, in their order, into the article's paragraphs and debris. */
final class Selection {

    /** A block that is linked beyond this share is a teaser, not a sentence. */
    private static final double MAX_LINKED = 0.6;

    /** Blocks shorter than this that are no paragraphs and no sentences are furniture. */
    private static final int SHORT = 45;

    /** A block with what was decided; no reason means that it is kept. */
    private record Piece(Block block, @Nullable DropReason reason) {}

    private final DebrisRules rules;
    private final @Nullable String title;
    private final @Nullable String address;
    private final List<Piece> pieces = new ArrayList<>();
    private final BylineReader bylines = new BylineReader();
    private final Wall wall;
    private final Outline outline = new Outline();
    /** Where a paragraph was seen first. */
    private final Map<String, List<Integer>> seen = new HashMap<>();

    private @Nullable DropReason section;
    private boolean begun;
    private int droppedPieces;

    Selection(DebrisRules rules, Metadata metadata) {
        this.rules = rules;
        this.wall = new Wall(rules);
        this.title = metadata.title() == null ? null : Characters.fold(metadata.title());
        this.address = metadata.canonicalUrl();
    }

    /** Takes a block from the article's box. */
    void add(Block block) {
        DropReason reason = block.box.dropped;
        if (reason == DropReason.SUMMARY) {
            // What is called so within the text heads a section.
            DropReason own = judge(block);
            reason = begun || own != null ? own : reason;
        } else if (reason == null) {
            reason = judge(block);
        }
        if (reason == null) {
            begun |= block.isProse();
            if (block.kind == Block.Kind.HEADING) {
                outline.enter(block.box.tag, Characters.fold(block.text));
            }
        }
        if (reason == DropReason.BYLINE) {
            bylines.read(block.text);
        }
        put(block, reason);
    }

    /** Takes a block from outside the article; judging it is only worth while as long as there is room for it. */
    void addOutside(Block block) {
        if (droppedPieces >= Dropped.MAX_PIECES) {
            return;
        }
        DropReason reason = block.box.dropped;
        if (reason == null || reason == DropReason.SUMMARY) {
            reason = rules.judge(block.text);
        }
        if (reason == null) {
            reason = begun || block.isProse() ? DropReason.RELATED : DropReason.NAVIGATION;
        }
        put(block, reason);
    }

    private void put(Block block, @Nullable DropReason reason) {
        if (reason == null) {
            wall.kept(block.text);
        } else {
            wall.dropped(block.text);
        }
        if (reason == null) {
            pieces.add(new Piece(block, null));
        } else if (droppedPieces < Dropped.MAX_PIECES) {
            pieces.add(new Piece(block, reason));
            droppedPieces++;
        }
    }

    /** Drops what heads nothing, and the notes below the text; to be called after the last block. */
    void finish() {
        for (int i = pieces.size() - 1; i >= 0; i--) {
            Piece piece = pieces.get(i);
            if (piece.reason != null) {
                continue;
            }
            DropReason reason =
                    piece.block.kind == Block.Kind.HEADING ? DropReason.RELATED : rules.ends(piece.block.text);
            if (reason == null) {
                return;
            }
            pieces.set(i, new Piece(piece.block, reason));
        }
    }

    List<String> kept() {
        return pieces.stream()
                .filter(piece -> piece.reason == null)
                .map(piece -> piece.block.text)
                .toList();
    }

    List<Dropped> dropped() {
        List<Dropped> dropped = new ArrayList<>();
        for (Piece piece : pieces) {
            if (piece.reason != null && dropped.size() < Dropped.MAX_PIECES) {
                dropped.add(new Dropped(piece.block.text, piece.reason));
            }
        }
        return dropped;
    }

    /** What the lines around the article's title say. */
    BylineReader bylines() {
        return bylines;
    }

    /** Whether the text ends where readers would have to pay. */
    boolean isCutShort() {
        return wall.stands();
    }

    private @Nullable DropReason judge(Block block) {
        String folded = Characters.fold(block.text);
        if (folded.equals(title) || !begun && block.box.tag.equals("h1")) {
            return DropReason.DUPLICATE_TITLE;
        }
        if (block.text.equals(address)) {
            return DropReason.NAVIGATION;
        }
        DropReason opened = rules.opens(block.text);
        if (opened != null) {
            section = opened;
            return opened;
        }
        DropReason reason = rules.judge(block.text);
        if (reason != null) {
            return reason;
        }
        if (block.isProse()) {
            section = null;
            return isRepeated(block, folded) ? DropReason.DUPLICATE : null;
        }
        if (section != null) {
            return section;
        }
        if (block.siteLinked() > MAX_LINKED) {
            return DropReason.RELATED;
        }
        if (block.kind == Block.Kind.OTHER && block.text.length() < SHORT && !Sentences.ends(block.text)) {
            return DropReason.NAVIGATION;
        }
        return null;
    }

    /** Lists and instructions say the same under one heading after another; a pull quote says what stands near it. */
    private boolean isRepeated(Block block, String folded) {
        List<Integer> before = seen.putIfAbsent(folded, outline.place());
        boolean own = block.box.tag.equals("p") || block.kind == Block.Kind.LIST_ITEM;
        return before != null && (before.equals(outline.place()) || !own);
    }
}
