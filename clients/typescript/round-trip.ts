// Sends an article, waits for its analysis, reads and pages its stances, and meets two errors.
// Usage: DEMARCHE_URL=http://127.0.0.1:8080 DEMARCHE_KEY=dmk_… node round-trip.js
import {
  ArticlesApi,
  ArticleState,
  Configuration,
  Polarity,
  ProblemFromJSON,
  ResponseError,
  StancesApi,
  type Problem,
  type StoredStance,
} from '../../end-to-end/target/clients/typescript/index.js';

const configuration = new Configuration({
  basePath: process.env.DEMARCHE_URL ?? 'http://127.0.0.1:8080',
  accessToken: process.env.DEMARCHE_KEY || undefined,
});
const articles = new ArticlesApi(configuration);
const stances = new StancesApi(configuration);

function expect(holds: boolean, what: string): void {
  if (!holds) throw new Error(`expected ${what}`);
}

async function problemOf(call: Promise<unknown>): Promise<Problem> {
  try {
    await call;
  } catch (error) {
    if (error instanceof ResponseError) return ProblemFromJSON(await error.response.json());
    throw error;
  }
  throw new Error('expected a problem');
}

async function analysed(id: string): Promise<void> {
  for (let tries = 0; tries < 240; tries++) {
    const article = await articles.getArticle({ id });
    if (article.state === ArticleState.Analysed) return;
    expect(article.state !== ArticleState.Failed, 'an analysis that does not fail');
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  throw new Error('not analysed in two minutes');
}

const text = `Moscow welcomed the peace plan on Monday, but Kyiv rejected it.

The Kremlin said it was ready for talks if sanctions were lifted. It was the ${Date.now()}th report of the day.`;
const accepted = await articles.submitArticle({
  articleRequest: { text, title: 'Talks resume', publishedAt: new Date('2026-01-31T12:00:00Z') },
});
expect(!accepted.duplicate, 'a new article');
await analysed(accepted.id);

const found = await stances.getArticleStances({ id: accepted.id });
expect(found.stances.length > 1, 'stances');
expect(found.analysedAt instanceof Date, 'a date');
expect(found.stances.some((stance) => stance.polarity === Polarity.Support), 'support');

const paged: StoredStance[] = [];
let cursor: string | undefined;
do {
  const page = await stances.listStances({ articleId: [accepted.id], limit: 1, cursor });
  expect(page.items.length <= 1, 'pages of one');
  paged.push(...page.items);
  cursor = page.next ?? undefined;
} while (cursor !== undefined);
expect(paged.length === found.stances.length, 'as many stances on pages as in the article');
expect(new Set(paged.map((stance) => stance.id)).size === paged.length, 'no stance twice');

const bad = await problemOf(stances.listStances({ cursor: 'nonsense' }));
expect(bad.status === 400 && bad.errors?.[0]?.field === 'cursor', 'a 400 that names the cursor');
await articles.removeArticle({ id: accepted.id });
const gone = await problemOf(articles.getArticle({ id: accepted.id }));
expect(gone.status === 404 && gone.type === '/problems/not-found', 'a 404');
console.log(`round trip done: ${paged.length} stances`);
