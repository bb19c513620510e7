// The list of stances beside the text.

import { el, fill } from './dom.js';
import { GLYPHS, LEANS, POLARITIES, POLARITY_NAMES, attribution, plain, sentence } from './words.js';

export class Cards {
  #list;
  #filters;
  #onSelect;
  #onFilter;
  #stances = [];
  #only = null;

  constructor(list, filters, onSelect, onFilter) {
    this.#list = list;
    this.#filters = filters;
    this.#onSelect = onSelect;
    this.#onFilter = onFilter;
    list.addEventListener('keydown', (event) => this.#move(event));
  }

  show(text, stances) {
    this.#stances = stances;
    this.#only = null;
    const points = Array.from(text);
    fill(this.#list, stances.map((stance, index) => this.#card(stance, index, points)));
    this.#showFilters();
  }

  #card(stance, index, points) {
    const words = (span) => (span ? points.slice(span.start, span.end).join('').replace(/\s+/g, ' ') : '');
    const { condition, cue } = stance.evidence;
    return el('li', { class: 'card', data: { polarity: stance.polarity, stance: index } },
      el('h4', { class: 'card-title' },
        el('button', {
          type: 'button',
          'aria-pressed': 'false',
          'aria-label': `${sentence(stance)}. Show it in the text`,
          onclick: () => this.#onSelect(index),
        },
        el('span', { class: 'holder' }, stance.holder.name),
        el('span', { class: 'arrow', 'aria-hidden': 'true' }, ' → '),
        el('span', { class: 'target' }, stance.target.name))),
      el('p', { class: 'verdict' },
        el('span', { class: 'badge', data: { polarity: stance.polarity } },
          el('span', { class: 'glyph', 'aria-hidden': 'true' }, GLYPHS[stance.polarity] ?? '●'), ' ', LEANS[stance.polarity] ?? plain(stance.polarity)),
        ' ', el('q', {}, words(cue))),
      this.#measures(stance),
      condition ? el('p', { class: 'condition' }, el('span', { class: 'label' }, 'if '), el('q', {}, words(condition))) : null,
      this.#chips(stance),
      el('p', { class: 'says' }, attribution(stance.attribution, stance.holder)));
  }

  #measures({ score, confidence, polarity }) {
    const bar = el('span', { class: 'bar', data: { polarity } }, el('span', { class: 'bar-fill' }));
    const half = Math.min(1, Math.abs(score)) * 50;
    // Set through the object model: the page's policy allows no style attributes.
    bar.firstChild.style.left = `${score < 0 ? 50 - half : 50}%`;
    bar.firstChild.style.width = `${half}%`;
    const signed = (score < 0 ? '−' : score > 0 ? '+' : '') + Math.abs(score).toFixed(2);
    return el('div', { class: 'measures' },
      el('span', { class: 'score', role: 'img', 'aria-label': `Score ${signed} on a scale from −1 to +1` },
        bar, el('span', { class: 'figure' }, signed)),
      el('span', { class: 'confidence', title: 'How sure the engine is that the text says so' },
        `${Math.round(confidence * 100)} % sure`));
  }

  #chips({ manner, act }) {
    if (manner.length === 0 && !act) return null;
    return el('ul', { class: 'chips', 'aria-label': 'Manner and act' },
      manner.map((one) => el('li', { class: 'chip' }, plain(one))),
      act ? el('li', { class: 'chip act', title: 'PLOVER event' }, plain(act)) : null);
  }

  #showFilters() {
    const button = (only, label, number) => el('button', {
      type: 'button',
      class: 'filter',
      'aria-pressed': String(this.#only === only),
      data: only ? { polarity: only } : {},
      onclick: () => this.#filter(only),
    }, only ? el('span', { class: 'glyph', 'aria-hidden': 'true' }, GLYPHS[only]) : null, ` ${label} `, el('span', { class: 'number' }, String(number)));
    const of = (polarity) => this.#stances.filter((stance) => stance.polarity === polarity).length;
    fill(this.#filters, this.#stances.length < 2 ? [] : [
      button(null, 'All', this.#stances.length),
      ...POLARITIES.filter((polarity) => of(polarity) > 0).map((polarity) => button(polarity, POLARITY_NAMES[polarity], of(polarity))),
    ]);
  }

  #filter(only) {
    this.#only = only;
    for (const [at, button] of [...this.#filters.children].entries()) {
      button.setAttribute('aria-pressed', String(at === 0 ? only === null : button.dataset.polarity === only));
    }
    for (const card of this.#list.children) card.hidden = only !== null && card.dataset.polarity !== only;
    this.#onFilter((stance) => only === null || stance.polarity === only);
  }

  /** Marks one card as chosen, or none (null). Answers it. */
  select(index) {
    let chosen = null;
    for (const card of this.#list.children) {
      const is = index !== null && card.dataset.stance === String(index);
      card.classList.toggle('selected', is);
      card.querySelector('button').setAttribute('aria-pressed', String(is));
      if (is) chosen = card;
    }
    if (chosen?.hidden) this.#filter(null);
    return chosen;
  }

  #move(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    const buttons = [...this.#list.querySelectorAll('.card:not([hidden]) button')];
    const next = buttons[buttons.indexOf(document.activeElement) + step];
    if (next) {
      event.preventDefault();
      next.focus();
    }
  }
}
