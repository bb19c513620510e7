"""Sends an article, waits for its analysis, reads and pages its stances, and meets two errors.

Usage: DEMARCHE_URL=http://127.0.0.1:8080 DEMARCHE_KEY=dmk_… PYTHONPATH=<generated client> python3 round_trip.py
"""

import os
import time
from datetime import datetime, timezone

import demarche
from demarche.models import ArticleRequest, ArticleState, Polarity, Problem

configuration = demarche.Configuration(
    host=os.environ.get("DEMARCHE_URL", "http://127.0.0.1:8080"),
    access_token=os.environ.get("DEMARCHE_KEY") or None,
)


def problem_of(call):
    try:
        call()
    except demarche.ApiException as error:
        return Problem.from_json(error.body)
    raise AssertionError("expected a problem")


with demarche.ApiClient(configuration) as client:
    articles = demarche.ArticlesApi(client)
    stances = demarche.StancesApi(client)

    text = (
        "Moscow welcomed the peace plan on Monday, but Kyiv rejected it.\n\nThe Kremlin said it was ready for talks if "
        f"sanctions were lifted. It was the {time.time_ns()}th report of the day."
    )
    accepted = articles.submit_article(
        ArticleRequest(text=text, title="Talks resume", published_at=datetime(2026, 1, 31, 12, tzinfo=timezone.utc))
    )
    assert not accepted.duplicate
    for _ in range(240):
        article = articles.get_article(accepted.id)
        assert article.state != ArticleState.FAILED, article.failure
        if article.state == ArticleState.ANALYSED:
            break
        time.sleep(0.5)
    else:
        raise AssertionError("not analysed in two minutes")

    found = stances.get_article_stances(accepted.id)
    assert len(found.stances) > 1
    assert isinstance(found.analysed_at, datetime)
    assert any(stance.polarity == Polarity.SUPPORT for stance in found.stances)

    paged, cursor = [], None
    while True:
        page = stances.list_stances(article_id=[accepted.id], limit=1, cursor=cursor)
        assert len(page.items) <= 1
        paged += page.items
        cursor = page.next
        if cursor is None:
            break
    assert len(paged) == len(found.stances), (len(paged), len(found.stances))
    assert len({stance.id for stance in paged}) == len(paged)

    bad = problem_of(lambda: stances.list_stances(cursor="nonsense"))
    assert bad.status == 400 and bad.errors[0].field == "cursor", bad
    articles.remove_article(accepted.id)
    gone = problem_of(lambda: articles.get_article(accepted.id))
    assert gone.status == 404 and gone.type == "/problems/not-found", gone
    print(f"round trip done: {len(paged)} stances")
