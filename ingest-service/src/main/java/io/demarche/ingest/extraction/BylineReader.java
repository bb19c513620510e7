package io.demarche.ingest.extraction;

import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads author and time out of the lines that stand between an article's title and its text; the first of each counts. */
final class BylineReader {

    private static final int MAX_LENGTH = 300;

    /** More lines than this stand above no article. */
    private static final int MAX_LINES = 20;

    private static final Pattern BY = Pattern.compile(
            "^(?:(?:story |words |written |posted |reported |reporting )?by|from|von|par|por)[:\\s]\\s*(?=\\S)",
            Pattern.CASE_INSENSITIVE);

    /** What stands behind the names: an account, a date, the time it takes to read, the publication. */
    private static final Pattern REST = Pattern.compile(
            "\\s*(?:\\s@\\w|[•·|;]|\\s[–—-]\\s|\\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\\.?\\s\\d"
                    + "|\\b\\d{1,4}[\\s./-]|\\b(?:published|posted|updated|last updated|publiziert|veröffentlicht|publié|publicado)\\b"
                    + "|\\bon (?:mon|tues|wednes|thurs|fri|satur|sun)day\\b).*$",
            Pattern.CASE_INSENSITIVE);

    /** What publishing systems write where no author is known. */
    private static final Set<String> NOBODY = Set.of(
            "admin", "administrator", "webmaster", "editor", "author", "user", "root", "null", "undefined", "n/a");

    private @Nullable String byline;
    private @Nullable Instant publishedAt;
    private int lines;

    /** Takes a line. */
    void read(String line) {
        if (++lines > MAX_LINES) {
            return;
        }
        if (publishedAt == null) {
            publishedAt = PublicationDate.parse(line);
        }
        if (byline == null && BY.matcher(line).find()) {
            byline = names(line);
        }
    }

    @Nullable
    String byline() {
        return byline;
    }

    @Nullable
    Instant publishedAt() {
        return publishedAt;
    }

    /**
     * Takes the names out of a byline.
     *
     * @param line what a page gives as its author, or null
     * @return the names alone, or null when there are none
     */
    static @Nullable String names(@Nullable String line) {
        if (line == null || line.length() > MAX_LENGTH || isAddress(line)) {
            return null;
        }
        String names = BY.matcher(line).replaceFirst("");
        Matcher rest = REST.matcher(names);
        if (rest.find()) {
            names = names.substring(0, rest.start());
        }
        names = names.strip().replaceFirst("[,:]$", "");
        boolean anybody =
                names.chars().anyMatch(Character::isLetter) && !NOBODY.contains(names.toLowerCase(Locale.ROOT));
        return anybody ? names : null;
    }

    private static boolean isAddress(String value) {
        return value.startsWith("http://") || value.startsWith("https://") || value.startsWith("@");
    }
}
