package io.demarche.gateway.testing;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;

/** Answers as the services give them. */
public final class Samples {

    public static final String ID = "0198c5a0-7b1e-7000-8000-000000000001";

    /** The farmer, one code point and two UTF-16 units, moves everything behind it. */
    public static final String TEXT = "🌾 Moscow welcomed the plan.";

    public static final String STANCE =
            """
            {"holder": {"id": "kremlin", "kind": "actor", "name": "Kremlin", "memberOf": ["russia"], "start": 2, "end": 8},
             "target": {"id": "peace-negotiations", "kind": "issue", "name": "peace negotiations", "memberOf": [], "start": 18, "end": 26},
             "polarity": "SUPPORT", "score": 0.65, "confidence": 0.8, "manner": ["CONDITIONAL"], "act": null,
             "attribution": {"kind": "AUTHOR", "speaker": null, "quoted": false, "medium": "Reuters"},
             "evidence": {"sentence": {"start": 0, "end": 27, "text": "🌾 Moscow welcomed the plan."},
                          "cue": {"start": 9, "end": 17}, "condition": null}}""";

    public static final String ANALYSIS =
            """
            {"engine": {"version": "0.1.0", "model": "linear", "addedLater": true}, "text": "%s", "stances": [%s],
             "notes": ["A note."]}"""
                    .formatted(TEXT, STANCE);

    public static final String ARTICLE_FIELDS =
            """
            "id": "%s", "title": "Talks", "source": "example.org", "url": "https://example.org/talks", "byline": null,
            "publishedAt": "2026-01-31T12:00:00Z", "language": "en", "state": "%s", "attempts": 1,
            "createdAt": "2026-01-31T12:01:00Z", "analysedAt": null""";

    public static final String EXTRACTION =
            """
            {"title": "Talks", "byline": "A. Writer", "publishedAt": "2026-01-31T00:00:00Z", "siteName": "Example",
             "language": "en", "canonicalUrl": null, "image": "https://example.org/talks.jpg", "paywalled": true,
             "notes": ["Behind a paywall."], "paragraphs": ["🌾 Moscow welcomed the plan.", "Kyiv rejected it."],
             "dropped": [{"text": "Share", "reason": "SHARE"}]}""";

    public static final String FEED =
            """
            {"id": "0198c5a0-7b1e-7000-8000-000000000001", "url": "https://example.org/news.rss", "title": "Example News",
             "source": null, "format": "RSS", "state": "ACTIVE", "minIntervalSeconds": 600, "maxIntervalSeconds": null,
             "createdAt": "2026-01-31T12:00:00Z", "nextAt": "2026-01-31T13:00:00Z", "rhythmSeconds": 3600, "failures": 0,
             "lastPoll": {"at": "2026-01-31T12:30:00Z", "outcome": "READ", "found": 20, "fresh": 3, "problem": null},
             "items": {"found": 40, "pending": 1, "stored": 38, "failed": 1}, "addedLater": true}""";

    public static final String BACKLOG =
            """
            {"pending": 3, "due": 2, "leased": 1, "failed": 0, "analysed": 40, "oldestPendingSeconds": 12, "analysedLastMinute": 7}""";

    public static final String STATUS =
            """
            {"engine": {"version": "0.1.0", "model": "linear"}, "worker": {"running": true, "inFlight": 1, "analysed": 40,
             "failed": 0}, "stances": 120, "articles": 40}""";

    private Samples() {}

    public static String article(String state) {
        return "{" + ARTICLE_FIELDS.formatted(ID, state) + "}";
    }

    public static String articleDetails(String state) {
        return "{" + ARTICLE_FIELDS.formatted(ID, state)
                + """
                , "text": "🌾 Moscow welcomed the plan.", "paragraphs": ["🌾 Moscow welcomed the plan."],
                  "dropped": [{"text": "Share", "reason": "SHARE"}], "contentHash": "abc",
                  "storyId": "0198c5a0-7b1e-7000-8000-000000000001", "failure": null}""";
    }

    public static String storedStance() {
        return """
                {"id": "%s", "articleId": "%s", "url": "https://example.org/talks", "source": "example.org", "publishedAt": null, "title": "Talks",
                 "analysedAt": "2026-01-31T12:02:00Z", "engineVersion": "0.1.0","""
                        .formatted(ID, ID)
                + STANCE.substring(STANCE.indexOf('{') + 1);
    }

    public static ResponseDefinitionBuilder json(int status, String body) {
        return aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "application/json")
                .withBody(body);
    }

    public static ResponseDefinitionBuilder problem(int status, String detail, String errors) {
        return aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "application/problem+json")
                .withBody(
                        """
                        {"type": "/problems/test", "title": "A title", "status": %d, "detail": "%s", "instance": "/internal",
                         "errors": %s, "errorId": "internal-id"}"""
                                .formatted(status, detail, errors));
    }
}
