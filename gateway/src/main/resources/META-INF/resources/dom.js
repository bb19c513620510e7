// Small helpers. Text only ever gets into the page as text nodes: nothing here reads HTML.

/** An element with attributes, listeners (`onclick: …`), data (`data: {…}`) and children (elements, strings, null). */
export function el(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else if (name === 'data') Object.assign(element.dataset, value);
    else if (name === 'class') element.className = value;
    else element.setAttribute(name, value === true ? '' : String(value));
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

export const byId = (id) => document.getElementById(id);

/** Replaces what is inside an element. */
export function fill(element, ...children) {
  element.replaceChildren(...children.flat().filter((child) => child !== null && child !== undefined));
  return element;
}

/** The address when it is an ordinary web address, else null: `javascript:` and the like never become links. */
export function webAddress(url) {
  try {
    const parsed = new URL(url);
    return parsed.protocol === 'https:' || parsed.protocol === 'http:' ? parsed.href : null;
  } catch {
    return null;
  }
}

const numbers = new Intl.NumberFormat('en');
const days = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
const words = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });

export const count = (number) => numbers.format(number);
export const plural = (number, one, many = one + 's') => `${count(number)} ${number === 1 ? one : many}`;
export const day = (time) => (time ? days.format(new Date(time)) : null);

/** "3 minutes ago" for the last day, a date before that. */
export function ago(time) {
  const seconds = (new Date(time).getTime() - Date.now()) / 1000;
  if (seconds < -86400) return day(time);
  if (seconds < -3600) return words.format(Math.round(seconds / 3600), 'hour');
  if (seconds < -60) return words.format(Math.round(seconds / 60), 'minute');
  return 'just now';
}

/** How long, in the largest sensible unit. */
export function span(seconds) {
  if (seconds < 90) return plural(Math.round(seconds), 'second');
  if (seconds < 5400) return plural(Math.round(seconds / 60), 'minute');
  return plural(Math.round(seconds / 3600), 'hour');
}
