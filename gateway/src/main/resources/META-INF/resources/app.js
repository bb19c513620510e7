// The page: a form that analyses a text, a view that shows a text with its stances, and the latest articles.

import * as api from './api.js';
import { LatestArticles } from './articles.js';
import { Cards } from './cards.js';
import { byId, count, day, el, fill, plural, webAddress } from './dom.js';
import { problemBox } from './problem.js';
import { Reader } from './reader.js';
import { SAMPLE } from './sample.js';
import { StatusStrip } from './status.js';
import { STATES, sentence } from './words.js';

const MAX_TEXT = 200_000;
const FIELDS = ['text', 'title', 'publishedAt', 'speaker'];
const calm = matchMedia('(prefers-reduced-motion: reduce)');

const form = byId('form');
const reader = new Reader(byId('reader'), (index) => select(index, 'card'));
const cards = new Cards(byId('cards'), byId('filters'), (index) => select(index, 'text'), (shown) => reader.filter(shown));
const latest = new LatestArticles();
new StatusStrip(() => latest.refresh());

let selected = null;
let running = null;
let stances = [];

// ---- one stance ------------------------------------------------------------------------------------------------------

function select(index, scrollTo) {
  selected = index === selected ? null : index;
  const inText = reader.select(selected);
  const inList = cards.select(selected);
  const goal = scrollTo === 'text' ? inText : inList;
  goal?.scrollIntoView({ block: scrollTo === 'text' ? 'center' : 'nearest', behavior: calm.matches ? 'auto' : 'smooth' });
  if (selected !== null) announce(`${sentence(stances[selected])}: ${stances[selected].evidence.sentence.text}`);
}

document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape' && selected !== null) select(selected, 'text');
});

// ---- a text with its stances -----------------------------------------------------------------------------------------

function show(heading, facts, text, found) {
  selected = null;
  stances = found;
  fill(byId('result-heading'), heading);
  fill(byId('result-facts'), facts);
  reader.show(text, found);
  cards.show(text, found);
  if (found.length === 0) {
    fill(byId('cards'), el('li', { class: 'empty' },
      'No positions found. That may well be right: not every text takes sides. Reports on talks, disputes and declarations work best.'));
  }
  byId('result').hidden = false;
  byId('result-heading').focus({ preventScroll: true });
  byId('result').scrollIntoView({ block: 'start', behavior: calm.matches ? 'auto' : 'smooth' });
  announce(plural(found.length, 'stance') + ' found');
}

function announce(words) {
  byId('announce').textContent = words;
}

function hide() {
  byId('result').hidden = true;
  latest.mark(null);
}

byId('close').addEventListener('click', () => {
  hide();
  if (location.hash) history.replaceState(null, '', location.pathname + location.search);
  byId('text').focus();
});

/** Starts something that shows a text; whatever was still under way is dropped. */
async function run(action) {
  running?.abort();
  const own = (running = new AbortController());
  clearProblems();
  document.body.classList.add('busy');
  byId('submit').disabled = true;
  try {
    await action(own.signal);
  } catch (problem) {
    if (!own.signal.aborted) showProblem(problem);
  } finally {
    if (running === own) {
      document.body.classList.remove('busy');
      byId('submit').disabled = false;
    }
  }
}

// ---- the form --------------------------------------------------------------------------------------------------------

form.addEventListener('submit', (event) => {
  event.preventDefault();
  const values = new FormData(form);
  const request = { text: values.get('text') };
  if (values.get('title').trim()) request.title = values.get('title').trim();
  if (values.get('speaker').trim()) request.speaker = values.get('speaker').trim();
  if (values.get('publishedAt')) request.publishedAt = values.get('publishedAt') + 'T12:00:00Z';
  run(async (signal) => {
    announce('Analysing');
    const analysis = await api.analyse(request, signal);
    if (location.hash) history.replaceState(null, '', location.pathname + location.search);
    latest.mark(null);
    const facts = [
      plural(analysis.stances.length, 'stance'),
      `engine ${analysis.engine.version}, ${analysis.engine.model}`,
      'nothing was stored',
      ...analysis.notes,
    ].join(' · ');
    show(request.title ?? 'Your text', facts, analysis.text, analysis.stances);
  });
});

byId('sample').addEventListener('click', () => {
  byId('text').value = SAMPLE.text;
  byId('title').value = SAMPLE.title;
  byId('publishedAt').value = SAMPLE.date;
  measure();
  form.requestSubmit();
});

byId('clear').addEventListener('click', () => {
  form.reset();
  clearProblems();
  measure();
  byId('text').focus();
});

byId('text').addEventListener('input', measure);
byId('text').addEventListener('keydown', (event) => {
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.requestSubmit();
});

function measure() {
  const { value } = byId('text');
  // Counting code points takes a moment for long texts; the UTF-16 length is exact enough until near the limit.
  const length = value.length > MAX_TEXT / 2 ? Array.from(value).length : value.length;
  byId('text-hint').textContent = length === 0 ? 'Up to 200,000 characters, in English' : `${count(length)} of 200,000 characters`;
  byId('text-hint').classList.toggle('over', length > MAX_TEXT);
  byId('clear').hidden = length === 0;
}

// ---- problems --------------------------------------------------------------------------------------------------------

function clearProblems() {
  fill(byId('problem'));
  for (const field of FIELDS) {
    byId(field).removeAttribute('aria-invalid');
    byId(field + '-error').textContent = '';
  }
}

function showProblem(problem) {
  fill(byId('problem'), problemBox(problem));
  for (const { field, reason } of problem.errors ?? []) {
    if (!FIELDS.includes(field)) continue;
    byId(field).setAttribute('aria-invalid', 'true');
    byId(field + '-error').textContent = reason;
  }
  const first = FIELDS.find((field) => byId(field).hasAttribute('aria-invalid'));
  if (first && first !== 'text') byId(first).closest('details').open = true;
  if (first) byId(first).focus();
  announce('');
  byId('problem').scrollIntoView({ block: 'nearest' });
}

// ---- stored articles -------------------------------------------------------------------------------------------------

function openFromAddress() {
  const id = new URLSearchParams(location.hash.slice(1)).get('article');
  if (!id) return;
  run(async (signal) => {
    const article = await api.article(id, signal);
    const found = article.state === 'ANALYSED' ? await api.articleStances(id, signal) : null;
    latest.mark(id);
    show(article.title ?? 'Untitled', articleFacts(article, found), article.text, found?.stances ?? []);
    if (!found) {
      fill(byId('cards'), el('li', { class: 'empty' }, article.failure
        ? `Its analysis failed: ${article.failure.reason}.`
        : 'It has not been analysed yet. Its stances will be here shortly.'));
    }
  });
}

function articleFacts(article, found) {
  const address = article.url && webAddress(article.url);
  const facts = [
    address ? el('a', { href: address, rel: 'noreferrer noopener' }, article.source ?? 'source') : article.source,
    article.byline,
    day(article.publishedAt),
    el('span', { class: 'state', data: { state: article.state } }, STATES[article.state] ?? article.state),
    found && plural(found.stances.length, 'stance'),
    article.dropped.length > 0 && `${plural(article.dropped.length, 'piece')} of debris left out`,
  ].filter(Boolean);
  return facts.flatMap((fact, at) => (at === 0 ? [fact] : [' · ', fact]));
}

addEventListener('hashchange', openFromAddress);
openFromAddress();
measure();
