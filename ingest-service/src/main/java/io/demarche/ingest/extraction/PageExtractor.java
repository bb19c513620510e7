package io.demarche.ingest.extraction;

import java.util.ArrayList;
import java.util.List;
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
                Tags.rename(html), url == null ? "" : url, Parser.htmlParser().setMaxDepth(MAX_DEPTH));
        Metadata metadata = metadataReader.read(document, url);
        Element body = document.body();
        PageReader.Page page = PageReader.read(body, boxRules, WebAddress.registrableDomain(metadata.canonicalUrl()));
        Box main = MainContent.find(page);
        Selection selection = new Selection(debrisRules, metadata);
        for (Block block : wholeRuns(page.blocks())) {
            if (main != null && isWithin(block.box, main)) {
                selection.add(block);
            } else {
                selection.addOutside(block);
            }
        }
        selection.finish();
        List<String> paragraphs = preferStructured(selection.kept(), metadata.body());
        BylineReader seen = selection.bylines();
        String language = languages.detect(String.join("\n", paragraphs), metadata.language());
        return new Extraction(
                metadata.title(),
                metadata.byline() == null ? seen.byline() : metadata.byline(),
                metadata.publishedAt() == null ? seen.publishedAt() : metadata.publishedAt(),
                metadata.siteName(),
                language,
                metadata.canonicalUrl(),
                metadata.image(),
                metadata.sold() || selection.isCutShort(),
                paragraphs,
                selection.dropped());
    }

    /** Puts the runs of text together again out of which something was dropped. */
    private static List<Block> wholeRuns(List<Block> blocks) {
        List<Block> whole = new ArrayList<>(blocks.size());
        List<Block> run = new ArrayList<>();
        int at = -1;
        for (Block block : blocks) {
            if (block.resumed && !run.isEmpty() && run.get(0).box == block.box) {
                run.add(block);
                continue;
            }
            if (block.box.dropped == null) {
                close(whole, at, run);
                run.add(block);
                at = whole.size();
            }
            whole.add(block);
        }
        close(whole, at, run);
        return whole;
    }

    private static void close(List<Block> whole, int at, List<Block> run) {
        if (!run.isEmpty()) {
            whole.set(at, Block.whole(run));
            run.clear();
        }
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
}
