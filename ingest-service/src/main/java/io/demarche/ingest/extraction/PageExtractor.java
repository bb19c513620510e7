package io.demarche.ingest.extraction;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * Gets the article out of a page's HTML. Time and memory are linear in the page's size, and depth of nesting does not
 * matter: the parser flattens what is nested absurdly deep, and nothing here recurses.
 */
final class PageExtractor {

    /** A block that is linked beyond this share is a teaser, not a sentence. */
    private static final double MAX_LINKED = 0.6;

    /** Blocks shorter than this that are no paragraphs and no sentences are furniture. */
    private static final int SHORT = 45;

    /** Structured data replace what was found when that has less than this share of their length. */
    private static final double BODY_SHARE = 0.4;

    /** Real pages stay below this; each level more makes every tag of a page that nests on purpose dearer. */
    private static final int MAX_DEPTH = 256;

    private final BoxRules boxRules;
    private final DebrisRules debrisRules;
    private final MetadataReader metadataReader;
    private final LanguageDetector languages;

    PageExtractor(
            BoxRules boxRules, DebrisRules debrisRules, MetadataReader metadataReader, LanguageDetector languages) {
        this.boxRules = boxRules;
        this.debrisRules = debrisRules;
        this.metadataReader = metadataReader;
        this.languages = languages;
    }

    /**
     * Extracts.
     *
     * @param html a page or a part of one; anything goes
     * @param url where it came from, or null
     * @return the article; without paragraphs when there is none
     */
    Extraction extract(String html, @Nullable String url) {
        Document document = Jsoup.parse(
                Tables.flatten(html),
                url == null ? "" : url,
                Parser.htmlParser().setMaxDepth(MAX_DEPTH));
        Metadata metadata = metadataReader.read(document, url);
        Element body = document.body();
        PageReader.Page page = PageReader.read(body, boxRules);
        Box main = MainContent.find(page);
        Collector collector = new Collector(metadata.title());
        boolean inside = false;
        for (Block block : page.blocks()) {
            if (main != null && isWithin(block.box, main)) {
                inside = true;
                collector.add(block);
            } else {
                collector.dropOutside(block, inside);
            }
        }
        List<String> paragraphs = collector.finish();
        paragraphs = preferStructured(paragraphs, metadata.body());
        String language = languages.detect(String.join("\n", paragraphs), metadata.language());
        return new Extraction(
                metadata.title(),
                metadata.byline(),
                metadata.publishedAt(),
                metadata.siteName(),
                language,
                metadata.canonicalUrl(),
                paragraphs,
                collector.dropped);
    }

    private DropReason outside(Block block, boolean after) {
        DropReason reason = debrisRules.judge(block.text);
        if (reason != null) {
            return reason;
        }
        return after || block.isProse() ? DropReason.RELATED : DropReason.NAVIGATION;
    }

    private static List<String> preferStructured(List<String> found, @Nullable String body) {
        if (body == null) {
            return found;
        }
        int length = 0;
        for (String paragraph : found) {
            length += paragraph.length();
        }
        if (length >= body.length() * BODY_SHARE) {
            return found;
        }
        List<String> paragraphs = new ArrayList<>();
        body.lines().map(Characters::squeeze).filter(line -> !line.isEmpty()).forEach(paragraphs::add);
        return paragraphs;
    }

    private static boolean isWithin(Box box, Box main) {
        // The parser bounds how deep boxes nest, so this climb is bounded too.
        for (Box b = box; b != null && b.depth >= main.depth; b = b.parent) {
            if (b == main) {
                return true;
            }
        }
        return false;
    }

    /** Sorts the blocks of the article's box into paragraphs and debris. */
    private final class Collector {

        private final @Nullable String title;
        private final List<String> kept = new ArrayList<>();
        private final List<Dropped> dropped = new ArrayList<>();
        private final Set<String> seen = new HashSet<>();
        /** Headings wait until a paragraph follows; those at the end head nothing that is kept. */
        private final List<String> headings = new ArrayList<>();

        private @Nullable DropReason section;

        Collector(@Nullable String title) {
            this.title = title == null ? null : Characters.fold(title);
        }

        void add(Block block) {
            DropReason reason = block.box.dropped;
            if (reason == null) {
                reason = judge(block);
            }
            if (reason != null) {
                drop(block.text, reason);
            } else if (block.kind == Block.Kind.HEADING) {
                headings.add(block.text);
            } else {
                kept.addAll(headings);
                headings.clear();
                kept.add(block.text);
            }
        }

        /** Takes a block from outside the article; judging it is only worth while as long as there is room for it. */
        void dropOutside(Block block, boolean after) {
            if (dropped.size() < Dropped.MAX_PIECES) {
                drop(block.text, block.box.dropped != null ? block.box.dropped : outside(block, after));
            }
        }

        private void drop(String text, DropReason reason) {
            if (dropped.size() < Dropped.MAX_PIECES) {
                dropped.add(new Dropped(text, reason));
            }
        }

        List<String> finish() {
            headings.forEach(heading -> drop(heading, DropReason.RELATED));
            return kept;
        }

        private @Nullable DropReason judge(Block block) {
            String folded = Characters.fold(block.text);
            if (folded.equals(title)) {
                return DropReason.DUPLICATE_TITLE;
            }
            DropReason opened = debrisRules.opens(block.text);
            if (opened != null) {
                section = opened;
                return opened;
            }
            DropReason reason = debrisRules.judge(block.text);
            if (reason != null) {
                return reason;
            }
            if (block.isProse()) {
                section = null;
                return seen.add(folded) ? null : DropReason.DUPLICATE;
            }
            if (section != null) {
                return section;
            }
            if (block.kind == Block.Kind.HEADING) {
                return block.linked > MAX_LINKED ? DropReason.RELATED : null;
            }
            if (block.linked > MAX_LINKED) {
                return DropReason.RELATED;
            }
            if (block.kind == Block.Kind.OTHER && block.text.length() < SHORT && !Sentences.ends(block.text)) {
                return DropReason.NAVIGATION;
            }
            return null;
        }
    }
}
