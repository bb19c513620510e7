// Shows what went wrong, in the words of the API's problem.

import { el } from './dom.js';

export function problemBox(problem) {
  const title = problem.title ?? 'Something went wrong on this page';
  const detail = problem.detail && problem.errors?.length === 0 ? problem.detail : null;
  return el('div', { class: 'problem' },
    el('p', { class: 'problem-title' }, title),
    detail ? el('p', {}, detail) : null,
    problem.errors?.length ? el('ul', {}, problem.errors.map(({ field, reason }) => el('li', {}, el('code', {}, field), ' ', reason))) : null,
    problem.errorId ? el('p', { class: 'hint' }, `The log has it under ${problem.errorId}.`) : null);
}
