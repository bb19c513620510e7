package io.demarche.ingest.duplicate;

import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;

import io.demarche.embedded.testing.EmbeddedDatabaseResource;
import io.demarche.ingest.Api;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(EmbeddedDatabaseResource.class)
class StoriesTest {

    @Inject
    Pool pool;

    @Inject
    CopyService copies;

    private final MadeNews news = new MadeNews(new Random(29));

    @BeforeEach
    void clear() {
        Api.clear(pool);
    }

    private static String accept(List<String> paragraphs) {
        return Api.post("/articles", Map.of("text", String.join("\n\n", paragraphs)))
                .statusCode(202)
                .extract()
                .path("id");
    }

    private static String story(String id) {
        return when().get("/articles/" + id).then().statusCode(200).extract().path("storyId");
    }

    private static List<String> shortened(List<String> paragraphs) {
        return paragraphs.subList(0, paragraphs.size() - 1);
    }

    @Test
    void copiesBelongToTheStoryOfTheFirst() {
        MadeNews.Event event = news.event();
        List<String> original = news.article(event);
        String first = accept(original);
        String copy = accept(shortened(original));
        String other = accept(news.article(event));

        assertThat(story(first)).isEqualTo(first);
        assertThat(story(copy)).isEqualTo(first);
        assertThat(story(other)).isEqualTo(other);
    }

    @Test
    void copiesThatArriveAtOnceFindEachOther() {
        List<String> original = news.article(news.event());
        List<String> ids = IntStream.range(0, 12)
                .parallel()
                .mapToObj(i -> {
                    List<String> copy = new java.util.ArrayList<>(original);
                    copy.add("Printed by paper number " + i + " in its morning edition.");
                    return accept(copy);
                })
                .toList();

        Set<String> stories = ids.stream().map(StoriesTest::story).collect(Collectors.toSet());
        assertThat(stories).containsExactly(ids.stream().sorted().findFirst().orElseThrow());
    }

    @Test
    void aStoryOutlivesItsFirstArticle() {
        List<String> original = news.article(news.event());
        String first = accept(original);
        String copy = accept(shortened(original));
        pool.preparedQuery("delete from article where id = $1::text::uuid")
                .executeAndAwait(io.vertx.mutiny.sqlclient.Tuple.of(first));

        assertThat(story(copy)).isEqualTo(first);
        assertThat(story(accept(shortened(shortened(original))))).isEqualTo(first);
    }

    @Test
    void whatAStopInterruptedIsMadeUpFor() {
        List<String> original = news.article(news.event());
        String first = accept(original);
        String copy = accept(shortened(original));
        pool.query("update story_copy set story_id = article_id, settled = false")
                .executeAndAwait();
        assertThat(story(copy)).isEqualTo(copy);

        copies.settleLeftOver().await().indefinitely();

        assertThat(story(copy)).isEqualTo(first);
        assertThat(pool.query("select 1 from story_copy where not settled")
                        .executeAndAwait()
                        .size())
                .isZero();
    }
}
