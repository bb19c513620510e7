// Talks to the public API. Every failure becomes a Problem, whatever went wrong.

import { key, keyNeeded } from './key.js';

const BASE = 'api/v1/';
const PATIENCE = 45_000;

/** An RFC 9457 problem as an exception. */
export class Problem extends Error {
  constructor(body) {
    super(body.detail ?? body.title);
    this.title = body.title ?? 'Something went wrong';
    this.detail = body.detail ?? null;
    this.status = body.status ?? 0;
    this.errors = Array.isArray(body.errors) ? body.errors : [];
    this.errorId = body.errorId ?? null;
  }
}

async function call(path, options = {}, patience = PATIENCE) {
  let response;
  try {
    const signals = [AbortSignal.timeout(patience), options.signal].filter(Boolean);
    response = await fetch(BASE + path, {
      ...options,
      signal: AbortSignal.any ? AbortSignal.any(signals) : signals[0],
      headers: {
        Accept: 'application/json',
        ...(options.body ? { 'Content-Type': 'application/json' } : {}),
        ...(key() ? { Authorization: 'Bearer ' + key() } : {}),
      },
      cache: 'no-store',
    });
  } catch (failure) {
    if (options.signal?.aborted) throw failure;
    throw new Problem(
      failure.name === 'TimeoutError'
        ? { title: 'No answer in time', detail: 'The gateway took too long. Try again with a shorter text.' }
        : { title: 'Demarche cannot be reached', detail: 'The gateway does not answer. Is it running?' },
    );
  }
  let body = null;
  try {
    body = await response.json();
  } catch {
    if (response.ok) throw new Problem({ title: 'The answer makes no sense', status: response.status });
  }
  if (response.status === 401) keyNeeded();
  if (!response.ok) throw new Problem(body ?? { title: `The gateway answered ${response.status}`, status: response.status });
  return body;
}

const query = (parameters) => new URLSearchParams(Object.entries(parameters).filter(([, value]) => value)).toString();

export const analyse = (request, signal) => call('analyses', { method: 'POST', body: JSON.stringify(request), signal });
export const status = () => call('status', {}, 8_000);
export const articles = (cursor, limit) => call('articles?' + query({ cursor, limit }));
export const article = (id, signal) => call('articles/' + encodeURIComponent(id), { signal });
export const articleStances = (id, signal) => call(`articles/${encodeURIComponent(id)}/stances`, { signal });
