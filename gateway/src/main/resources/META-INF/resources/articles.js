// The latest articles. Each leads to #article=ID, which shows it with its stances.

import * as api from './api.js';
import { ago, byId, day, el, fill } from './dom.js';
import { problemBox } from './problem.js';
import { STATES } from './words.js';

const PAGE = 12;

export class LatestArticles {
  #root = byId('articles');
  #shown = [];
  #next = null;
  #busy = false;
  #current = null;

  constructor() {
    byId('refresh').addEventListener('click', () => this.refresh());
    this.refresh();
  }

  /** Fetches the first page anew, keeping as many as were shown. */
  async refresh() {
    if (this.#busy) return;
    await this.#fetch(async () => {
      const page = await api.articles(null, Math.min(500, Math.max(PAGE, this.#shown.length)));
      this.#shown = page.items;
      this.#next = page.next;
    });
  }

  async #more() {
    const before = this.#shown.length;
    await this.#fetch(async () => {
      const page = await api.articles(this.#next, PAGE);
      this.#shown = this.#shown.concat(page.items);
      this.#next = page.next;
    });
    this.#root.querySelectorAll('a')[before]?.focus();
  }

  async #fetch(action) {
    this.#busy = true;
    try {
      await action();
      this.#show();
    } catch (problem) {
      fill(this.#root, problemBox(problem));
    } finally {
      this.#busy = false;
    }
  }

  /** Marks the article that is open, or none (null). */
  mark(id) {
    this.#current = id;
    for (const link of this.#root.querySelectorAll('a[data-id]')) {
      if (link.dataset.id === id) link.setAttribute('aria-current', 'true');
      else link.removeAttribute('aria-current');
    }
  }

  #show() {
    if (this.#shown.length === 0) {
      fill(this.#root, el('p', { class: 'empty' },
        'No articles yet. Hand some in with ', el('code', {}, 'POST /api/v1/articles'), ', or run ', el('code', {}, './demarche demo'), '.'));
      return;
    }
    // A refresh shall not take the focus away from whoever goes through the list by keyboard.
    const focused = document.activeElement?.dataset?.id;
    fill(this.#root,
      el('ul', { class: 'articles' }, this.#shown.map((article) => this.#item(article))),
      this.#next ? el('p', {}, el('button', { type: 'button', class: 'quiet', onclick: () => this.#more() }, 'Show more')) : null);
    this.mark(this.#current);
    if (focused) this.#root.querySelector(`a[data-id="${CSS.escape(focused)}"]`)?.focus();
  }

  #item(article) {
    const facts = [article.source, day(article.publishedAt), `handed in ${ago(article.createdAt)}`].filter(Boolean);
    return el('li', {},
      el('a', { href: '#article=' + article.id, data: { id: article.id } }, article.title ?? 'Untitled'),
      el('span', { class: 'state', data: { state: article.state } }, STATES[article.state] ?? article.state),
      el('span', { class: 'facts' }, facts.join(' · ')));
  }
}
