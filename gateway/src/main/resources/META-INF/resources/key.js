// The API key that this browser uses, and the dialog that asks for one.

import { byId, fill } from './dom.js';

const PLACE = 'demarche.key';

/** Some browsers refuse storage; the key then lives as long as the page. */
let held = null;
try {
  held = localStorage.getItem(PLACE);
} catch {
  held = null;
}

export const key = () => held;

function remember(value) {
  held = value;
  try {
    if (value === null) localStorage.removeItem(PLACE);
    else localStorage.setItem(PLACE, value);
  } catch {
    // It is held for this page.
  }
}

/** Takes the key out of an address such as `/#key=dmk_…`, which is not sent anywhere, and out of the history. */
function fromAddress() {
  const given = new URLSearchParams(location.hash.slice(1)).get('key');
  if (!given) return;
  remember(given.trim());
  history.replaceState(null, '', location.pathname + location.search);
}

const dialog = byId('key-dialog');
const field = byId('key');

let declined = false;

/** Asks for a key, unless somebody is being asked or did not want to be. */
export function keyNeeded() {
  if (!declined) ask(held === null ? null : 'The key that this browser has is not valid any more.');
}

function ask(reason) {
  if (dialog.open) return;
  field.value = '';
  fill(byId('key-error'), reason ?? '');
  byId('key-forget').hidden = held === null;
  dialog.showModal();
}

byId('key-form').addEventListener('submit', async (event) => {
  event.preventDefault();
  const value = field.value.trim();
  if (!value) {
    fill(byId('key-error'), 'Paste a key.');
    return;
  }
  // A key is ASCII; a header of anything else could not even be sent.
  const fits = /^[\x21-\x7e]+$/.test(value);
  const answer = fits ? await fetch('api/v1/status', { headers: { Authorization: 'Bearer ' + value } }).catch(() => null) : { ok: false };
  if (answer?.ok) {
    remember(value);
    location.reload();
  } else {
    fill(byId('key-error'), answer ? 'This key is not valid: unknown, revoked or expired.' : 'The gateway does not answer.');
    field.select();
  }
});

byId('key-cancel').addEventListener('click', () => dialog.close());
byId('key-open').addEventListener('click', () => ask());
dialog.addEventListener('close', () => (declined = true));
byId('key-forget').addEventListener('click', () => {
  remember(null);
  location.reload();
});
addEventListener('hashchange', () => {
  if (new URLSearchParams(location.hash.slice(1)).has('key')) {
    fromAddress();
    location.reload();
  }
});
fromAddress();
