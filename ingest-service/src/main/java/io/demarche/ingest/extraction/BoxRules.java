package io.demarche.ingest.extraction;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Judges an element by its tag, role, class and id; the words that give debris away are data. */
final class BoxRules {

    /** How far tags that exist for furniture are trusted. */
    private static final double TRUST_TAG = 0.7;

    /** How far a class or id is trusted. */
    private static final double TRUST_NAME = 0.5;

    /** Comments may outweigh the article. */
    private static final double TRUST_COMMENT = 0.85;

    /** Class attributes longer than this are made by machines; reading them in full would not be linear. */
    private static final int MAX_NAMES = 400;

    private static final Map<String, DropReason> TAGS = Map.of(
            "nav", DropReason.NAVIGATION,
            "footer", DropReason.NAVIGATION,
            "menu", DropReason.NAVIGATION,
            "dialog", DropReason.NAVIGATION,
            "form", DropReason.NAVIGATION,
            "aside", DropReason.RELATED,
            "header", DropReason.SUMMARY,
            "figure", DropReason.CAPTION,
            "figcaption", DropReason.CAPTION,
            "address", DropReason.BYLINE);

    private static final Map<String, DropReason> ROLES = Map.of(
            "navigation", DropReason.NAVIGATION,
            "menu", DropReason.NAVIGATION,
            "menubar", DropReason.NAVIGATION,
            "banner", DropReason.NAVIGATION,
            "contentinfo", DropReason.NAVIGATION,
            "search", DropReason.NAVIGATION,
            "dialog", DropReason.NAVIGATION,
            "alertdialog", DropReason.NAVIGATION,
            "complementary", DropReason.RELATED);

    private static final Set<String> SUMMED_UP = Set.of("description", "alternativeheadline", "abstract");

    private final Map<String, DropReason> words = new HashMap<>();
    private final List<Map.Entry<String, DropReason>> beginnings = new ArrayList<>();

    BoxRules() {
        for (String[] row : DataFile.rows("page-debris.tsv", 2)) {
            DropReason reason = DropReason.valueOf(row[0]);
            if (row[1].endsWith("*")) {
                beginnings.add(Map.entry(row[1].substring(0, row[1].length() - 1), reason));
            } else {
                words.put(row[1], reason);
            }
        }
    }

    @Nullable
    BoxRule judge(Element element) {
        String tag = element.normalName();
        if (tag.equals("body") || tag.equals("html")) {
            return null;
        }
        DropReason byTag = TAGS.get(tag);
        if (byTag != null) {
            return new BoxRule(byTag, byTag == DropReason.SUMMARY ? TRUST_NAME : TRUST_TAG);
        }
        DropReason byRole = ROLES.get(element.attr("role").toLowerCase(Locale.ROOT));
        if (byRole != null) {
            return new BoxRule(byRole, TRUST_TAG);
        }
        if (isHidden(element)) {
            return new BoxRule(DropReason.NAVIGATION, TRUST_NAME);
        }
        if (SUMMED_UP.contains(element.attr("itemprop").toLowerCase(Locale.ROOT))) {
            return new BoxRule(DropReason.SUMMARY, TRUST_NAME);
        }
        DropReason byName = byName(element);
        if (byName == null) {
            return null;
        }
        // A line-up of players is named after them, and so is a post that is shown in full.
        boolean misnamed = byName == DropReason.PLAYER && Tags.isRow(element)
                || byName == DropReason.SHARE && element.className().contains("embed");
        return misnamed ? null : new BoxRule(byName, byName == DropReason.COMMENT ? TRUST_COMMENT : TRUST_NAME);
    }

    /** Whether the markup itself calls this element the article's body, or at least the article. */
    boolean isArticle(Element element) {
        String property = element.attr("itemprop").toLowerCase(Locale.ROOT);
        return property.contains("articlebody")
                || property.equals("reviewbody")
                || element.normalName().equals("article")
                || element.attr("role").equalsIgnoreCase("article");
    }

    private static boolean isHidden(Element element) {
        if (element.hasAttr("hidden") || element.attr("aria-hidden").equalsIgnoreCase("true")) {
            return true;
        }
        String style = element.attr("style");
        return !style.isEmpty()
                && style.length() < MAX_NAMES
                && style.replace(" ", "").toLowerCase(Locale.ROOT).contains("display:none");
    }

    private @Nullable DropReason byName(Element element) {
        DropReason reason = scan(element.id());
        if (reason == null) {
            reason = scan(element.className());
        }
        if (reason == null) {
            reason = scan(element.attr("data-component"));
        }
        return reason;
    }

    /** Looks at each word of a list of names, and at each two words of one name. */
    private @Nullable DropReason scan(String names) {
        int end = Math.min(names.length(), MAX_NAMES);
        int start = 0;
        String before = "";
        for (int i = 0; i <= end; i++) {
            boolean letter = i < end && Character.isLetter(names.charAt(i));
            boolean hump = letter
                    && i > start
                    && Character.isUpperCase(names.charAt(i))
                    && Character.isLowerCase(names.charAt(i - 1));
            if (!letter || hump) {
                if (i > start) {
                    String word = names.substring(start, i).toLowerCase(Locale.ROOT);
                    DropReason reason = word(word);
                    if (reason == null && !before.isEmpty()) {
                        reason = words.get(before + word);
                    }
                    if (reason != null) {
                        return reason;
                    }
                    before = word;
                }
                if (i < end && Characters.isSpace(names.charAt(i))) {
                    before = "";
                }
                start = hump ? i : i + 1;
            }
        }
        return null;
    }

    private @Nullable DropReason word(String word) {
        DropReason reason = words.get(word);
        if (reason != null) {
            return reason;
        }
        for (Map.Entry<String, DropReason> beginning : beginnings) {
            if (word.startsWith(beginning.getKey())) {
                return beginning.getValue();
            }
        }
        return null;
    }
}
