package io.demarche.analysis.analyse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.demarche.analysis.analyse.CatalogRequest.ActorRequest;
import io.demarche.analysis.analyse.CatalogRequest.IssueRequest;
import io.demarche.platform.problem.FieldError;
import io.demarche.platform.problem.ProblemException;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AnalyseRulesTest {

    private static final String FACE = "😀";

    @Test
    void aTextAtItsLimitPasses() {
        assertThatCode(() -> AnalyseRules.check(text(FACE.repeat(200_000)))).doesNotThrowAnyException();
    }

    @Test
    void aTextOverItsLimitIsTooLarge() {
        ProblemException problem = problem(text(FACE.repeat(200_001)));
        assertThat(problem.status()).isEqualTo(413);
        assertThat(problem.problem().errors())
                .containsExactly(new FieldError("text", "has 200001 characters; the limit is 200000"));
    }

    @Test
    void aTextIsNeeded() {
        assertThat(fields(text(null))).containsExactly("text");
        assertThat(fields(text(" \n"))).containsExactly("text");
    }

    @Test
    void aLanguageIsATag() {
        for (String tag : List.of("en", "en-GB", "zh-Hant-TW", "und")) {
            assertThatCode(() -> AnalyseRules.check(language(tag))).doesNotThrowAnyException();
        }
        for (String tag : List.of("", " ", "e", "English", "en_GB", "en-", "en-" + "x-abcdefgh-".repeat(4) + "y")) {
            assertThat(fields(language(tag))).as(tag).containsExactly("language");
        }
    }

    @Test
    void mentionsLieInTheText() {
        // Offsets count code points: the face is one.
        assertThatCode(() -> AnalyseRules.check(mentions("a" + FACE, mention("p", 1, 2))))
                .doesNotThrowAnyException();
        assertThat(fields(mentions("a" + FACE, mention("p", 1, 3)))).containsExactly("mentions[0].end");
        assertThat(fields(mentions("abc", mention("p", 0, 1), mention("q", 3, 4))))
                .containsExactly("mentions[1].start", "mentions[1].end");
        assertThat(fields(mentions("abc", mention("p", -1, 1)))).containsExactly("mentions[0].start");
        assertThat(fields(mentions("abc", mention("p", 1, 1)))).containsExactly("mentions[0].end");
        assertThat(fields(mentions("abc", mention("p", 2, -7)))).containsExactly("mentions[0].end");
        assertThat(fields(mentions("abc", mention("p", Integer.MAX_VALUE, Integer.MAX_VALUE))))
                .containsExactly("mentions[0].start", "mentions[0].end");
    }

    @Test
    void mentionsAreWhole() {
        assertThat(fields(mentions("abc", (MentionRequest) null))).containsExactly("mentions[0]");
        assertThat(fields(mentions("abc", new MentionRequest(null, null, null))))
                .containsExactly("mentions[0].id", "mentions[0].start", "mentions[0].end");
        assertThat(fields(mentions("abc", mention("p", 0, 1), mention("p", 1, 2))))
                .containsExactly("mentions[1].id");
    }

    @Test
    void mentionsAreBounded() {
        MentionRequest[] most =
                IntStream.range(0, 200).mapToObj(i -> mention("m" + i, 0, 1)).toArray(MentionRequest[]::new);
        MentionRequest[] tooMany =
                IntStream.range(0, 201).mapToObj(i -> mention("m" + i, 0, 1)).toArray(MentionRequest[]::new);

        assertThatCode(() -> AnalyseRules.check(mentions("abc", most))).doesNotThrowAnyException();
        assertThat(problem(mentions("abc", tooMany)).problem().errors())
                .containsExactly(new FieldError("mentions", "has 201 entries; the limit is 200"));
    }

    @Test
    void catalogNamesAreBoundedInAll() {
        ActorRequest actor = new ActorRequest("a", Collections.nCopies(4_999, "Name"), null, null);
        IssueRequest one = new IssueRequest("i", List.of("term"), null);
        IssueRequest two = new IssueRequest("i", List.of("term", "other"), null);

        assertThatCode(() -> AnalyseRules.check(catalog(List.of(actor), List.of(one))))
                .doesNotThrowAnyException();
        assertThat(problem(catalog(List.of(actor), List.of(two))).problem().errors())
                .containsExactly(new FieldError("catalog", "has 5001 names; the limit is 5000"));
        ActorRequest nameless = new ActorRequest("a", List.of(), null, null);
        assertThat(fields(catalog(Collections.nCopies(5_001, nameless), List.of())))
                .containsExactly("catalog");
    }

    @Test
    void catalogEntriesAreWhole() {
        assertThat(fields(catalog(Collections.singletonList(null), Collections.singletonList(null))))
                .containsExactly("catalog.actors[0]", "catalog.issues[0]");
        assertThat(fields(catalog(
                        List.of(new ActorRequest(null, List.of("A", " "), Collections.singletonList(null), "planet")),
                        List.of(new IssueRequest("i", null, null)))))
                .containsExactly(
                        "catalog.actors[0].id",
                        "catalog.actors[0].names[1]",
                        "catalog.actors[0].memberOf[0]",
                        "catalog.actors[0].kind",
                        "catalog.issues[0].terms");
    }

    @Test
    void onlyTheCatalogNeedsACatalog() {
        assertThat(fields(new AnalyseRequest("abc", null, null, null, null, null, true, null)))
                .containsExactly("onlyCatalog");
    }

    @Test
    void whatIsWrongIsListedUpToABound() {
        MentionRequest[] wrong =
                IntStream.range(0, 200).mapToObj(i -> mention("m" + i, 9, 10)).toArray(MentionRequest[]::new);
        assertThat(fields(mentions("abc", wrong))).hasSize(20);
    }

    private static AnalyseRequest language(String tag) {
        return new AnalyseRequest("abc", null, null, null, null, null, null, tag);
    }

    private static AnalyseRequest text(@Nullable String text) {
        return new AnalyseRequest(text, null, null, null, null, null, null, null);
    }

    private static AnalyseRequest mentions(String text, @Nullable MentionRequest... mentions) {
        return new AnalyseRequest(text, null, null, null, java.util.Arrays.asList(mentions), null, null, null);
    }

    private static MentionRequest mention(String id, int start, int end) {
        return new MentionRequest(id, start, end);
    }

    private static AnalyseRequest catalog(List<ActorRequest> actors, List<IssueRequest> issues) {
        return new AnalyseRequest("abc", null, null, null, null, new CatalogRequest(actors, issues), null, null);
    }

    private static ProblemException problem(AnalyseRequest request) {
        return catchThrowableOfType(ProblemException.class, () -> AnalyseRules.check(request));
    }

    private static List<String> fields(AnalyseRequest request) {
        ProblemException problem = problem(request);
        assertThat(problem.status()).isEqualTo(400);
        return problem.problem().errors().stream().map(FieldError::field).toList();
    }
}
