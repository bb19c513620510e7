package io.demarche.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.demarche.client.ApiClient;
import io.demarche.client.ApiException;
import io.demarche.client.api.ArticlesApi;
import io.demarche.client.api.StancesApi;
import io.demarche.client.model.ArticleAccepted;
import io.demarche.client.model.ArticleRequest;
import io.demarche.client.model.ArticleStances;
import io.demarche.client.model.ArticleState;
import io.demarche.client.model.Polarity;
import io.demarche.client.model.Problem;
import io.demarche.client.model.StancePage;
import io.demarche.client.model.StoredStance;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The generated Java client sends an article, waits, reads and pages its stances, and meets two errors. */
@ExtendWith(SharedSuite.class)
class JavaClientIT {

    private static final String TEXT =
            """
            Moscow welcomed the peace plan on Monday, but Kyiv rejected it.

            The Kremlin said it was ready for talks if sanctions were lifted. It was the report of a Java client.""";

    @Test
    void makesARoundTrip(Suite suite) throws ApiException {
        ApiClient client = new ApiClient();
        client.updateBaseUri(suite.url());
        client.setRequestInterceptor(request -> request.header("Authorization", "Bearer " + suite.key()));
        ArticlesApi articles = new ArticlesApi(client);
        StancesApi stances = new StancesApi(client);

        ArticleAccepted accepted = articles.submitArticle(ArticlesApi.APISubmitArticleRequest.newBuilder()
                .articleRequest(new ArticleRequest()
                        .text(TEXT)
                        .title("Talks resume")
                        .publishedAt(OffsetDateTime.parse("2026-01-31T12:00:00Z")))
                .build());
        assertThat(accepted.getDuplicate()).isFalse();
        UUID id = accepted.getId();
        ArticlesApi.APIGetArticleRequest article =
                ArticlesApi.APIGetArticleRequest.newBuilder().id(id).build();
        Awaitility.await("its analysis")
                .atMost(Duration.ofMinutes(2))
                .until(() -> articles.getArticle(article).getState() == ArticleState.ANALYSED);

        ArticleStances found = stances.getArticleStances(
                StancesApi.APIGetArticleStancesRequest.newBuilder().id(id).build());
        assertThat(found.getStances()).hasSizeGreaterThan(1).anyMatch(one -> one.getPolarity() == Polarity.SUPPORT);
        assertThat(pages(stances, id)).hasSameSizeAs(found.getStances()).doesNotHaveDuplicates();

        Problem bad = problem(
                client,
                () -> stances.listStances(StancesApi.APIListStancesRequest.newBuilder()
                        .cursor("nonsense")
                        .build()));
        assertThat(bad.getStatus()).isEqualTo(400);
        assertThat(bad.getErrors()).singleElement().satisfies(error -> assertThat(error.getField())
                .isEqualTo("cursor"));
        articles.removeArticle(
                ArticlesApi.APIRemoveArticleRequest.newBuilder().id(id).build());
        Problem gone = problem(client, () -> articles.getArticle(article));
        assertThat(gone.getStatus()).isEqualTo(404);
        assertThat(gone.getType()).hasToString("/problems/not-found");
    }

    private static List<UUID> pages(StancesApi stances, UUID article) throws ApiException {
        List<UUID> ids = new ArrayList<>();
        String cursor = null;
        do {
            StancePage page = stances.listStances(StancesApi.APIListStancesRequest.newBuilder()
                    .articleId(List.of(article))
                    .limit(1)
                    .cursor(cursor)
                    .build());
            assertThat(page.getItems()).hasSizeLessThanOrEqualTo(1);
            page.getItems().stream().map(StoredStance::getId).forEach(ids::add);
            cursor = page.getNext();
        } while (cursor != null);
        return ids;
    }

    private static Problem problem(ApiClient client, ThrowingCallable call) {
        ApiException failure = catchThrowableOfType(ApiException.class, call);
        try {
            return client.getObjectMapper().readValue(failure.getResponseBody(), Problem.class);
        } catch (JsonProcessingException e) {
            throw new AssertionError(failure.getResponseBody(), e);
        }
    }
}
