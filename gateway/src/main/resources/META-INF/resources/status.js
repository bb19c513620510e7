// The strip at the top: which services answer, how much work waits, which versions run. Asks no one while hidden.

import * as api from './api.js';
import { byId, count, el, fill, plural, span } from './dom.js';

const PAUSE = 5_000;

export class StatusStrip {
  #onProgress;
  #timer = null;
  #analysed = null;

  /** @param onProgress called when articles have been analysed or handed in since the last look */
  constructor(onProgress) {
    this.#onProgress = onProgress;
    document.addEventListener('visibilitychange', () => (document.hidden ? this.#stop() : this.#look()));
    this.#look();
  }

  #stop() {
    clearTimeout(this.#timer);
    this.#timer = null;
  }

  async #look() {
    this.#stop();
    if (document.hidden) return;
    try {
      this.#show(await api.status());
    } catch (problem) {
      const locked = problem.status === 401;
      fill(byId('services'), locked
        ? el('li', { class: 'service' }, 'The status is for those with a key')
        : service('gateway', 'DOWN', problem.detail ?? problem.title));
      fill(byId('figures'));
    }
    this.#stop();
    if (!document.hidden) this.#timer = setTimeout(() => this.#look(), PAUSE);
  }

  #show(status) {
    fill(byId('services'), status.services.map(({ name, state, detail }) => service(name, state, detail)));
    fill(byId('figures'), figures(status).flatMap((figure, at) => (at === 0 ? [figure] : [el('span', { class: 'dot', 'aria-hidden': 'true' }, ' · '), figure])));
    const { backlog } = status;
    const done = backlog ? `${backlog.analysed} ${backlog.pending} ${backlog.leased} ${backlog.failed}` : null;
    if (done !== null && this.#analysed !== null && done !== this.#analysed) this.#onProgress();
    this.#analysed = done ?? this.#analysed;
  }
}

function service(name, state, detail) {
  const up = state === 'UP';
  return el('li', { class: 'service', data: { state }, title: detail },
    el('span', { class: 'lamp', 'aria-hidden': 'true' }, up ? '✓' : '!'),
    name,
    el('span', { class: up ? 'visually-hidden' : 'service-word' }, up ? ' is up' : ' is down'));
}

function figures({ version, backlog, analysis }) {
  const waiting = backlog && backlog.pending + backlog.leased;
  return [
    backlog && (waiting === 0 ? 'nothing waits' : `${plural(waiting, 'article')} waiting, the oldest for ${span(backlog.oldestPendingSeconds)}`),
    backlog && backlog.analysedLastMinute > 0 && `${count(backlog.analysedLastMinute)} a minute`,
    backlog && backlog.failed > 0 && `${count(backlog.failed)} failed`,
    analysis && `${plural(analysis.stances, 'stance')} in ${plural(analysis.articles, 'article')}`,
    analysis ? `engine ${analysis.engine.version}, ${analysis.engine.model}` : null,
    `version ${version}`,
  ].filter(Boolean).map((text) => el('span', {}, text));
}
