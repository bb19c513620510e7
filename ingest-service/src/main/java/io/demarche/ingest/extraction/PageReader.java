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
            "object",
            "embed",
            "applet",
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
    private final List<Box> boxes = new ArrayList<>();
    private final List<Block> blocks = new ArrayList<>();
    private final StringBuilder run = new StringBuilder();

    private @Nullable Box box;
    private int linkDepth = NONE;
    private int linkedChars;
    private int breaks;
    private boolean gap;

    private PageReader(BoxRules rules) {
        this.rules = rules;
    }

    static Page read(Node root, BoxRules rules) {
        PageReader reader = new PageReader(rules);
        NodeTraversor.filter(reader, root);
        reader.flush();
        return new Page(reader.boxes, reader.blocks);
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
            }
            return FilterResult.CONTINUE;
        }
        BoxRule rule = rules.judge(element);
        if (isBox(tag, rule)) {
            flush();
            box = new Box(box, depth, tag, rule, rules.isArticle(element));
            boxes.add(box);
        } else if (tag.equals("a") && linkDepth == NONE) {
            linkDepth = depth;
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
        }
        return FilterResult.CONTINUE;
    }

    private static boolean isBox(String tag, @Nullable BoxRule rule) {
        return BLOCKS.contains(tag) || tag.indexOf('-') > 0 || rule != null && !tag.equals("a");
    }

    private void append(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Characters.isSpace(c)) {
                gap = true;
                continue;
            }
            if (gap && !run.isEmpty()) {
                run.append(' ');
                linkedChars += linkDepth != NONE ? 1 : 0;
            }
            gap = false;
            breaks = 0;
            run.append(c);
            linkedChars += linkDepth != NONE ? 1 : 0;
        }
    }

    private void flush() {
        Box open = box;
        if (!run.isEmpty() && open != null) {
            String text = Characters.squeeze(Characters.clean(run.toString()));
            if (!text.isEmpty()) {
                blocks.add(new Block(open, kind(open), text, linkedChars));
            }
        }
        run.setLength(0);
        linkedChars = 0;
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
