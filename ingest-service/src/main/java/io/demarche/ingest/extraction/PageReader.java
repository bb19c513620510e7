package io.demarche.ingest.extraction;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;
import org.jspecify.annotations.Nullable;

/**
 * Flattens a parsed page into boxes and blocks, both in document order, in one pass that neither recurses nor changes
 * the tree.
 */
final class PageReader implements NodeFilter {

    /**
     * A flattened page.
     *
     * @param boxes every box; a box stands behind the one that holds it
     * @param blocks every block of text
     */
    record Page(List<Box> boxes, List<Block> blocks) {}

    private static final Set<String> SKIPPED = Set.of(
            "script",
            "style",
            "noscript",
            "template",
            "svg",
            "math",
            "iframe",
            "x-object",
            "embed",
            "select",
            "option",
            "datalist",
            "button",
            "input",
            "textarea",
            "canvas",
            "video",
            "audio",
            "map",
            "head",
            "title",
            "meta",
            "link",
            "progress",
            "meter",
            "noframes");

    private static final Set<String> BLOCKS = Set.of(
            "address",
            "article",
            "aside",
            "blockquote",
            "body",
            "center",
            "dd",
            "details",
            "dialog",
            "dir",
            "div",
            "dl",
            "dt",
            "fieldset",
            "figcaption",
            "figure",
            "footer",
            "form",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "header",
            "hgroup",
            "hr",
            "html",
            "legend",
            "li",
            "main",
            "menu",
            "nav",
            "ol",
            "p",
            "pre",
            "section",
            "summary",
            "ul");

    private static final int NONE = -1;

    private final BoxRules rules;
    private final @Nullable String site;
    private final List<Box> boxes = new ArrayList<>();
    private final List<Block> blocks = new ArrayList<>();
    private final StringBuilder run = new StringBuilder();

    private @Nullable Box box;
    private int linkDepth = NONE;
    private boolean away;
    private int linkedChars;
    private int siteLinkedChars;
    private int breaks;
    private boolean gap;
    private boolean resumed;

    private PageReader(BoxRules rules, @Nullable String site) {
        this.rules = rules;
        this.site = site;
    }

    /**
     * Flattens.
     *
     * @param root what to read
     * @param rules what tells debris by its markup
     * @param site the registrable domain of the page, or null
     */
    static Page read(Node root, BoxRules rules, @Nullable String site) {
        PageReader reader = new PageReader(rules, site);
        NodeTraversor.filter(reader, root);
        reader.flush();
        List<Block> blocks = Tables.join(reader.blocks);
        blocks.forEach(Block::countInList);
        return new Page(reader.boxes, blocks);
    }

    @Override
    public FilterResult head(Node node, int depth) {
        if (node instanceof TextNode text) {
            append(text.getWholeText());
            return FilterResult.CONTINUE;
        }
        if (!(node instanceof Element element)) {
            return FilterResult.CONTINUE;
        }
        String tag = element.normalName();
        if (SKIPPED.contains(tag)) {
            return FilterResult.SKIP_ENTIRELY;
        }
        if (tag.equals("br")) {
            breaks++;
            gap = true;
            if (breaks > 1) {
                flush();
                resumed = false;
            }
            return FilterResult.CONTINUE;
        }
        BoxRule rule = rules.judge(element);
        if (isBox(tag, rule)) {
            flush();
            resumed = false;
            box = new Box(box, depth, element, rule, rules.isArticle(element));
            boxes.add(box);
        } else if (tag.equals("a") && linkDepth == NONE) {
            linkDepth = depth;
            away = Links.leave(element.attr("href"), site);
        }
        return FilterResult.CONTINUE;
    }

    @Override
    public FilterResult tail(Node node, int depth) {
        Box open = box;
        if (depth == linkDepth) {
            linkDepth = NONE;
        } else if (open != null && depth == open.depth) {
            flush();
            box = open.parent;
            resumed = holdsOneRun(open.parent) && !BLOCKS.contains(open.tag);
        }
        return FilterResult.CONTINUE;
    }

    private boolean isBox(String tag, @Nullable BoxRule rule) {
        return BLOCKS.contains(tag) || tag.indexOf('-') > 0 && !holdsOneRun(box) || rule != null && !tag.equals("a");
    }

    /** Whether the standard allows nothing but running text in an element. */
    private static boolean holdsOneRun(@Nullable Box box) {
        return box != null && (box.tag.equals("p") || kind(box) == Block.Kind.HEADING);
    }

    private void append(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Characters.isSpace(c)) {
                gap = true;
                continue;
            }
            if (gap && !run.isEmpty()) {
                add(' ');
            }
            gap = false;
            breaks = 0;
            add(c);
        }
    }

    private void add(char c) {
        run.append(c);
        if (linkDepth != NONE) {
            linkedChars++;
            siteLinkedChars += away ? 0 : 1;
        }
    }

    private void flush() {
        Box open = box;
        if (!run.isEmpty() && open != null) {
            // The run has no two spaces already, unless something between them goes.
            String raw = run.toString();
            String clean = Characters.clean(raw);
            String text = clean.equals(raw) ? clean : Characters.squeeze(clean);
            if (!text.isEmpty()) {
                blocks.add(new Block(open, kind(open), text, linkedChars, siteLinkedChars, resumed));
                resumed = false;
            }
        }
        run.setLength(0);
        linkedChars = 0;
        siteLinkedChars = 0;
        breaks = 0;
        gap = false;
    }

    private static Block.Kind kind(Box box) {
        return switch (box.tag) {
            case "p", "blockquote", "pre" -> Block.Kind.PARAGRAPH;
            case "h1", "h2", "h3", "h4", "h5", "h6" -> Block.Kind.HEADING;
            case "li", "dd", "dt" -> Block.Kind.LIST_ITEM;
            default -> Block.Kind.OTHER;
        };
    }
}
