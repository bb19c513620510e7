// Shows a text with its stances marked. Offsets of the API count Unicode code points, JavaScript's strings do not:
// the text is taken apart into code points once, and everything here counts those.

import { el, fill } from './dom.js';
import { GLYPHS, sentence as inWords } from './words.js';

const ROLES = ['holder', 'target', 'cue', 'condition', 'speaker'];
const BOXES = ['cue', 'holder', 'target', 'speaker'];

/** Where the words of a stance stand: `[{role, start, end}]`. */
function roles(stance) {
  const { evidence, attribution } = stance;
  return [
    { role: 'holder', ...place(stance.holder) },
    { role: 'target', ...place(stance.target) },
    { role: 'cue', ...place(evidence.cue) },
    { role: 'condition', ...place(evidence.condition) },
    { role: 'speaker', ...place(attribution.speaker) },
  ].filter(({ start, end }) => end > start);
}

const place = (span) => ({ start: span?.start ?? 0, end: span?.end ?? 0 });

/** Paragraphs of the text with their offsets; blank lines part them. */
function paragraphs(points) {
  const found = [];
  let start = 0;
  for (let at = 0; at <= points.length; at++) {
    const gap = at === points.length || (points[at] === '\n' && points[at + 1] === '\n');
    if (!gap) continue;
    if (at > start) found.push({ start, end: at });
    while (at < points.length && points[at] === '\n') at++;
    start = at;
    at--;
    if (start >= points.length) break;
  }
  return found;
}

/** Sentences that hold stances: `[{start, end, stances: [index, …]}]`, in order, none overlapping another. */
function sentences(stances) {
  const all = stances
    .map((stance, index) => ({ ...place(stance.evidence.sentence), stances: [index] }))
    .sort((a, b) => a.start - b.start || a.end - b.end);
  const merged = [];
  for (const one of all) {
    const last = merged.at(-1);
    if (last && one.start < last.end) {
      last.end = Math.max(last.end, one.end);
      last.stances.push(...one.stances);
    } else merged.push(one);
  }
  return merged;
}

export class Reader {
  #root;
  #onSelect;
  #stances = [];

  /** @param root where to show it  @param onSelect called with the index of the stance whose flag was pressed */
  constructor(root, onSelect) {
    this.#root = root;
    this.#onSelect = onSelect;
  }

  show(text, stances) {
    this.#stances = stances;
    const points = Array.from(text);
    const marked = sentences(stances);
    const marks = stances.flatMap((stance, index) => roles(stance).map((role) => ({ ...role, index })));
    fill(this.#root, paragraphs(points).map((paragraph) => this.#paragraph(points, paragraph, marked, marks)));
  }

  #paragraph(points, { start, end }, marked, marks) {
    const inside = (span) => span.start < end && span.end > start;
    const here = marks.filter(inside);
    const children = [];
    let at = start;
    for (const sentence of marked.filter(inside)) {
      const from = Math.max(sentence.start, start);
      const to = Math.min(sentence.end, end);
      children.push(...this.#pieces(points, at, from, here));
      const polarities = new Set(sentence.stances.map((index) => this.#stances[index].polarity));
      children.push(el('span', {
        class: 'sentence',
        data: {
          stances: sentence.stances.join(' '),
          polarity: polarities.size === 1 ? [...polarities][0] : 'SEVERAL',
        },
      },
      sentence.start >= start ? this.#flags(sentence) : null,
      this.#pieces(points, from, to, here)));
      at = to;
    }
    children.push(...this.#pieces(points, at, end, here));
    return el('p', {}, children);
  }

  /** A small button for each stance of a sentence: its shape says the polarity, its label the stance. */
  #flags(sentence) {
    return el('span', { class: 'flags' }, sentence.stances.map((index) => {
      const stance = this.#stances[index];
      return el('button', {
        type: 'button',
        class: 'flag',
        title: inWords(stance),
        'aria-label': 'Stance: ' + inWords(stance),
        'aria-pressed': 'false',
        data: { polarity: stance.polarity, stance: index },
        onclick: () => this.#onSelect(index),
      }, GLYPHS[stance.polarity] ?? '●');
    }));
  }

  /** The text between two offsets, cut wherever a mark begins or ends. */
  #pieces(points, from, to, marks) {
    const here = marks.filter((mark) => mark.start < to && mark.end > from);
    const cuts = new Set([from, to]);
    for (const mark of here) {
      if (mark.start > from) cuts.add(mark.start);
      if (mark.end < to) cuts.add(mark.end);
    }
    const sorted = [...cuts].sort((a, b) => a - b);
    const pieces = [];
    for (let i = 0; i + 1 < sorted.length; i++) {
      const text = points.slice(sorted[i], sorted[i + 1]).join('');
      const over = here.filter((mark) => mark.start < sorted[i + 1] && mark.end > sorted[i]);
      pieces.push(over.length === 0 ? text : this.#piece(text, over, sorted[i], sorted[i + 1]));
    }
    return pieces;
  }

  #piece(text, over, start, end) {
    const data = {};
    for (const role of ROLES) {
      const of = over.filter((mark) => mark.role === role);
      if (of.length > 0) data[role] = of.map((mark) => mark.index).join(' ');
    }
    const edge = (marks) => marks.map((mark) => `${mark.role}:${mark.index}`).join(' ');
    data.begins = edge(over.filter((mark) => mark.start === start));
    data.ends = edge(over.filter((mark) => mark.end === end));
    const cue = over.find((mark) => mark.role === 'cue');
    if (cue) data.polarity = this.#stances[cue.index].polarity;
    return el('span', { class: 'piece ' + ROLES.filter((role) => data[role]).map((role) => 'r-' + role).join(' '), data }, text);
  }

  /** Puts one stance forward, or none (null). Answers the element to scroll to. */
  select(index) {
    const has = (element, name) => index !== null && (element.dataset[name] ?? '').split(' ').includes(String(index));
    let first = null;
    this.#root.classList.toggle('has-selection', index !== null);
    for (const element of this.#root.querySelectorAll('.sentence')) {
      const selected = has(element, 'stances');
      element.classList.toggle('selected', selected);
      if (selected) element.dataset.selected = this.#stances[index].polarity;
      else delete element.dataset.selected;
      if (selected) first ??= element;
    }
    for (const element of this.#root.querySelectorAll('.piece')) {
      // A piece shows one box, even where two roles lie over each other; a condition is a line and goes with any box.
      const box = BOXES.find((role) => has(element, role));
      const at = (edge, role) => (element.dataset[edge] ?? '').split(' ').includes(`${role}:${index}`);
      for (const role of BOXES) element.classList.toggle('on-' + role, role === box);
      element.classList.toggle('on-condition', has(element, 'condition'));
      element.classList.toggle('edge-start', Boolean(box) && at('begins', box));
      element.classList.toggle('edge-end', Boolean(box) && at('ends', box));
      const label = box && at('begins', box) ? box : at('begins', 'condition') ? 'condition' : null;
      if (label) element.dataset.label = label;
      else delete element.dataset.label;
    }
    for (const flag of this.#root.querySelectorAll('.flag')) {
      flag.setAttribute('aria-pressed', String(index !== null && flag.dataset.stance === String(index)));
    }
    return first;
  }

  /** Dims the sentences none of whose stances is shown. */
  filter(isShown) {
    for (const element of this.#root.querySelectorAll('.sentence')) {
      const any = element.dataset.stances.split(' ').some((index) => isShown(this.#stances[Number(index)]));
      element.classList.toggle('filtered', !any);
    }
  }
}
