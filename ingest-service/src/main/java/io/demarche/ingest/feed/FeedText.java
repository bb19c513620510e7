package io.demarche.ingest.feed;

import io.demarche.ingest.extraction.Characters;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Entities;
import org.jspecify.annotations.Nullable;

/** Between text and HTML, which feeds do not tell apart. */
final class FeedText {

    private static final Pattern MARKUP = Pattern.compile("</?[a-zA-Z][^<>]{0,200}>|&(?:[a-zA-Z]{2,8}|#\\d{2,6});");
    private static final Pattern BLANK_LINE = Pattern.compile("\\n\\s*\\n");
    private static final Pattern EMAIL = Pattern.compile("[^\\s()<>]+@[^\\s()<>]+");

    /** What is behind this is no headline and no name. */
    private static final int MAX_LINE = 4_000;

    private FeedText() {}

    /** A line of text that may have been written as HTML. */
    static @Nullable String plain(@Nullable String text) {
        String line = text == null ? null : Characters.cut(text, MAX_LINE);
        return line == null || !MARKUP.matcher(line).find()
                ? line
                : Jsoup.parseBodyFragment(line).text();
    }

    /** A name without the mail address that RSS wants with it; null when there is only that. */
    static @Nullable String author(@Nullable String text) {
        if (text == null) {
            return null;
        }
        String name = EMAIL.matcher(Characters.cut(text, MAX_LINE))
                .replaceAll("")
                .replaceAll("[()<>]", " ")
                .strip();
        return name.isEmpty() ? null : plain(name);
    }

    /** Text as HTML. */
    static String paragraphs(String text) {
        return BLANK_LINE
                .splitAsStream(text)
                .map(paragraph -> "<p>" + Entities.escape(paragraph) + "</p>")
                .collect(Collectors.joining());
    }

    /** How many words a piece of HTML shows. */
    static int words(@Nullable String html) {
        if (html == null) {
            return 0;
        }
        String text = Jsoup.parseBodyFragment(html).text().strip();
        return text.isEmpty() ? 0 : text.split("\\s+").length;
    }
}
