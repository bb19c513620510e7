package io.demarche.analysis.analyse;

import io.demarche.analysis.Moments;
import io.demarche.analysis.analyse.CatalogRequest.ActorRequest;
import io.demarche.analysis.analyse.CatalogRequest.IssueRequest;
import io.demarche.platform.problem.FieldError;
import io.demarche.platform.problem.ProblemException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a request must keep to. Collects all that is wrong with one, up to a bound, and says so at once. */
final class AnalyseRules {

    private static final Set<String> ACTOR_KINDS =
            Set.of("state", "government", "leader", "official", "party", "bloc", "group");
    private static final int MAX_ERRORS = 20;

    /** The form of BCP 47 tags; which of them are registered is not asked. */
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*");

    private final List<FieldError> errors = new ArrayList<>();

    private AnalyseRules() {}

    /**
     * Checks a request.
     *
     * @throws ProblemException 413 for a text over its limit, 400 for all else
     */
    static void check(AnalyseRequest request) {
        AnalyseRules rules = new AnalyseRules();
        int length = rules.text(request.text());
        rules.length("title", request.title(), AnalyseLimits.TITLE);
        rules.length("speaker", request.speaker(), AnalyseLimits.NAME);
        rules.language(request.language());
        rules.mentions(request.mentions(), length);
        rules.catalog(request);
        if (rules.errors.isEmpty()) {
            Moments.read("publishedAt", request.publishedAt());
        } else {
            throw ProblemException.badRequest(rules.errors.subList(0, Math.min(MAX_ERRORS, rules.errors.size())));
        }
    }

    /** Length of the text, or -1 when there is none. */
    private int text(@Nullable String text) {
        if (text == null) {
            wrong("text", "is required");
            return -1;
        }
        int length = points(text);
        if (length > AnalyseLimits.TEXT) {
            throw ProblemException.tooLarge(
                    "text", "has " + length + " characters; the limit is " + AnalyseLimits.TEXT);
        }
        if (text.isBlank()) {
            wrong("text", "must not be empty");
        }
        return length;
    }

    private void language(@Nullable String tag) {
        if (tag != null
                && (tag.length() > AnalyseLimits.LANGUAGE
                        || !LANGUAGE.matcher(tag).matches())) {
            wrong("language", "must be a BCP 47 tag such as en");
        }
    }

    private void mentions(@Nullable List<@Nullable MentionRequest> mentions, int length) {
        if (mentions == null) {
            return;
        }
        if (mentions.size() > AnalyseLimits.MENTIONS) {
            wrong("mentions", "has " + mentions.size() + " entries; the limit is " + AnalyseLimits.MENTIONS);
            return;
        }
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < mentions.size(); i++) {
            MentionRequest mention = mentions.get(i);
            String path = "mentions[" + i + "]";
            if (mention == null) {
                wrong(path, "must not be null");
                continue;
            }
            name(path + ".id", mention.id());
            if (mention.id() != null && !ids.add(mention.id())) {
                wrong(path + ".id", "stands for an earlier mention already");
            }
            span(path, mention.start(), mention.end(), length);
        }
    }

    private void span(String path, @Nullable Integer start, @Nullable Integer end, int length) {
        if (start == null) {
            wrong(path + ".start", "is required");
        } else if (start < 0 || (length >= 0 && start >= length)) {
            wrong(path + ".start", "lies outside the text, which has " + length + " characters");
        }
        if (end == null) {
            wrong(path + ".end", "is required");
        } else if (end < 0 || (length >= 0 && end > length)) {
            wrong(path + ".end", "lies outside the text, which has " + length + " characters");
        } else if (start != null && end <= start) {
            wrong(path + ".end", "must be greater than start");
        }
    }

    private void catalog(AnalyseRequest request) {
        CatalogRequest catalog = request.catalog();
        if (catalog == null) {
            if (Boolean.TRUE.equals(request.onlyCatalog())) {
                wrong("onlyCatalog", "needs a catalog");
            }
            return;
        }
        List<@Nullable ActorRequest> actors = catalog.actors() == null ? List.of() : catalog.actors();
        List<@Nullable IssueRequest> issues = catalog.issues() == null ? List.of() : catalog.issues();
        long names = actors.size() + (long) issues.size();
        if (names <= AnalyseLimits.CATALOG_NAMES) {
            names = actors.stream()
                            .mapToLong(actor -> actor == null ? 1 : size(actor.names()))
                            .sum()
                    + issues.stream()
                            .mapToLong(issue -> issue == null ? 1 : size(issue.terms()))
                            .sum();
        }
        if (names > AnalyseLimits.CATALOG_NAMES) {
            wrong("catalog", "has " + names + " names; the limit is " + AnalyseLimits.CATALOG_NAMES);
            return;
        }
        for (int i = 0; i < actors.size(); i++) {
            actor("catalog.actors[" + i + "]", actors.get(i));
        }
        for (int i = 0; i < issues.size(); i++) {
            issue("catalog.issues[" + i + "]", issues.get(i));
        }
    }

    private void actor(String path, @Nullable ActorRequest actor) {
        if (actor == null) {
            wrong(path, "must not be null");
            return;
        }
        name(path + ".id", actor.id());
        names(path + ".names", actor.names());
        parents(path + ".memberOf", actor.memberOf());
        if (actor.kind() != null && !ACTOR_KINDS.contains(actor.kind())) {
            wrong(path + ".kind", "must be one of state, government, leader, official, party, bloc, group");
        }
    }

    private void issue(String path, @Nullable IssueRequest issue) {
        if (issue == null) {
            wrong(path, "must not be null");
            return;
        }
        name(path + ".id", issue.id());
        names(path + ".terms", issue.terms());
        parents(path + ".partOf", issue.partOf());
    }

    private void names(String path, @Nullable List<@Nullable String> names) {
        if (names == null || names.isEmpty()) {
            wrong(path, "must not be empty");
            return;
        }
        for (int i = 0; i < names.size(); i++) {
            name(path + "[" + i + "]", names.get(i));
        }
    }

    private void parents(String path, @Nullable List<@Nullable String> parents) {
        if (size(parents) > AnalyseLimits.PARENTS) {
            wrong(path, "has " + size(parents) + " entries; the limit is " + AnalyseLimits.PARENTS);
        } else if (parents != null && !parents.isEmpty()) {
            names(path, parents);
        }
    }

    private void name(String path, @Nullable String name) {
        if (name == null || name.isBlank()) {
            wrong(path, "must not be empty");
        } else {
            length(path, name, AnalyseLimits.NAME);
        }
    }

    private void length(String path, @Nullable String text, int limit) {
        if (text != null && points(text) > limit) {
            wrong(path, "has " + points(text) + " characters; the limit is " + limit);
        }
    }

    private void wrong(String path, String reason) {
        errors.add(new FieldError(path, reason));
    }

    private static int points(String text) {
        return text.codePointCount(0, text.length());
    }

    private static int size(@Nullable List<?> list) {
        return list == null ? 0 : list.size();
    }
}
