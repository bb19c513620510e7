package io.demarche.ingest.extraction;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Cleans text that was copied off a web page: joins hard-wrapped lines to paragraphs, lifts title, byline and date out,
 * and drops the debris around and between the paragraphs. One pass over the lines.
 */
final class TextCleaner {

    /** From this length on a line is prose, and so is a shorter one that ends as a sentence. */
    private static final int PROSE = 120;

    private static final int SENTENCE = 60;

    /** Lines up to this length that end like no sentence stand above an article, not in it. */
    private static final int LABEL = 90;

    private static final int MAX_TITLE = 200;

    /** A line with this many words is rather a title than a name. */
    private static final int TITLE_WORDS = 4;

    private static final Set<String> BETWEEN_NAMES = Set.of("and", "in", "for", "de", "van", "von", "al");

    private final DebrisRules rules;
    private final LanguageDetector languages;

    TextCleaner(DebrisRules rules, LanguageDetector languages) {
        this.rules = rules;
        this.languages = languages;
    }

    /**
     * Cleans.
     *
     * @param text any text
     * @param knownTitle the title that the sender gave, or null to look for one
     * @return the article; without paragraphs when nothing but debris was sent
     */
    Extraction clean(String text, @Nullable String knownTitle) {
        List<String> lines = Lines.of(Characters.clean(text));
        Pass pass = new Pass(lines, knownTitle);
        pass.run();
        String language = languages.detect(String.join("\n", pass.kept), null);
        return new Extraction(
                pass.title,
                pass.bylines.byline(),
                pass.bylines.publishedAt(),
                null,
                language,
                null,
                null,
                pass.wall.stands(),
                pass.kept,
                pass.dropped);
    }

    private static boolean isLabel(String line) {
        return line.length() <= LABEL && !Sentences.ends(line);
    }

    private static boolean isProse(String line) {
        return line.length() >= PROSE || line.length() >= SENTENCE && Sentences.ends(line);
    }

    /** A line with what was decided; no reason means that it is kept. */
    private record Piece(String line, @Nullable DropReason reason) {}

    /** The state of one run over one text. */
    private final class Pass {

        private final List<String> lines;
        private final int firstProse;
        private final int lastProse;
        private final List<String> kept = new ArrayList<>();
        private final List<Dropped> dropped = new ArrayList<>();
        private final Set<String> seen = new HashSet<>();
        private final BylineReader bylines = new BylineReader();
        private final Wall wall = new Wall(rules);

        private @Nullable String title;
        private @Nullable String foldedTitle;
        private @Nullable DropReason section;
        private boolean any;

        Pass(List<String> lines, @Nullable String knownTitle) {
            this.lines = lines;
            int first = -1;
            int last = -1;
            Set<String> told = new HashSet<>();
            for (int i = 0; i < lines.size(); i++) {
                String line = lines.get(i);
                // What is said again below the article does not make it longer.
                if (isProse(line) && rules.judge(line) == null && told.add(Characters.fold(line))) {
                    first = first < 0 ? i : first;
                    last = i;
                }
            }
            this.firstProse = first;
            this.lastProse = last;
            setTitle(knownTitle == null ? findTitle() : knownTitle);
        }

        private void setTitle(@Nullable String found) {
            title = found;
            foldedTitle = found == null ? null : Characters.fold(found);
        }

        /** The title is the first line above the first paragraph that no rule knows and that has some words. */
        private @Nullable String findTitle() {
            String best = null;
            for (int i = 0; i < firstProse; i++) {
                String line = lines.get(i);
                if (line.length() <= MAX_TITLE && line.indexOf(' ') > 0 && rules.judge(line) == null) {
                    if (line.split(" ", TITLE_WORDS + 1).length >= TITLE_WORDS) {
                        return line;
                    }
                    best = best == null ? line : best;
                }
            }
            return best;
        }

        void run() {
            List<Piece> pieces = new ArrayList<>();
            for (int i = 0; i < lines.size(); i++) {
                String line = lines.get(i);
                String folded = Characters.fold(line);
                DropReason reason = judge(i, line, folded);
                if (reason == null) {
                    any = true;
                    pieces.add(new Piece(line, null));
                } else if (!(folded.equals(foldedTitle) && seen.add("\n" + folded) && i < firstProse)) {
                    // The first sight of the title is the title, not a piece of debris.
                    pieces.add(new Piece(line, reason));
                }
            }
            dropLabelsBelow(pieces);
            for (Piece piece : pieces) {
                if (piece.reason == null) {
                    kept.add(piece.line);
                    wall.kept(piece.line);
                } else {
                    drop(piece.line, piece.reason);
                }
            }
        }

        /** A line that ends like no sentence heads what stands below it, and there is nothing left of that. */
        private void dropLabelsBelow(List<Piece> pieces) {
            for (int i = pieces.size() - 1; i >= 0 && lastProse >= 0; i--) {
                Piece piece = pieces.get(i);
                if (piece.reason == null && !isLabel(piece.line)) {
                    return;
                }
                if (piece.reason == null) {
                    pieces.set(i, new Piece(piece.line, DropReason.RELATED));
                }
            }
        }

        private void drop(String line, DropReason reason) {
            wall.dropped(line);
            if (reason == DropReason.BYLINE || reason == DropReason.READING_TIME) {
                bylines.read(line);
            }
            if (dropped.size() < Dropped.MAX_PIECES) {
                dropped.add(new Dropped(line, reason));
            }
        }

        private @Nullable DropReason judge(int index, String line, String folded) {
            if (folded.equals(foldedTitle)) {
                return DropReason.DUPLICATE_TITLE;
            }
            DropReason opened = rules.opens(line);
            if (opened != null) {
                section = opened;
                return opened;
            }
            DropReason reason = rules.judge(line);
            if (reason != null) {
                return reason;
            }
            if (isProse(line)) {
                if (section == DropReason.COMMENT && any) {
                    return DropReason.COMMENT;
                }
                section = null;
                return seen.add(folded) ? null : DropReason.DUPLICATE;
            }
            if (section != null) {
                return section;
            }
            if (isCaptionTwice(index, line)) {
                return DropReason.CAPTION;
            }
            boolean label = isLabel(line);
            if (label && index < firstProse) {
                return aboveArticle(line);
            }
            if (label && lastProse >= 0 && index > lastProse) {
                return DropReason.RELATED;
            }
            return seen.add(folded) ? null : DropReason.DUPLICATE;
        }

        /** "In this picture of…" stands twice: cut for the eye, whole for the screen reader. */
        private boolean isCaptionTwice(int index, String line) {
            if (index + 1 >= lines.size() || !(line.endsWith("...") || line.endsWith("…"))) {
                return false;
            }
            String beginning =
                    line.endsWith("…") ? line.substring(0, line.length() - 1) : line.substring(0, line.length() - 3);
            return beginning.length() > 20 && lines.get(index + 1).startsWith(beginning.strip());
        }

        private DropReason aboveArticle(String line) {
            String[] words = line.split("[\\s,]+");
            boolean names = words.length >= 2 && words.length <= 8;
            for (String word : words) {
                names &= word.length() > 2 && Character.isUpperCase(word.charAt(0)) || BETWEEN_NAMES.contains(word);
            }
            return names ? DropReason.BYLINE : DropReason.NAVIGATION;
        }
    }
}
