// Sends what is sent once, also when the network goes at that moment: it stays, says so, and goes again by itself. The
// server knows the press by its key, so that a second one is the same. Without this script the form sends as any other.
import { forget, kept, placeOf } from './parts/kept.ts';

const RETRY_MS = [3_000, 10_000, 30_000];

function watch(form: HTMLFormElement): void {
  const state = form.querySelector<HTMLElement>('[data-send-state]');
  const say = (name: 'sending' | 'waiting' | 'unsaved') => {
    if (!state) return;
    state.dataset.state = name;
    state.textContent = form.getAttribute(`data-say-${name}`);
  };
  let sending = false;
  let waiting = false;
  let failures = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function send(): Promise<void> {
    clearTimeout(timer);
    if (sending) return;
    sending = true;
    waiting = false;
    say('sending');
    try {
      const body = new URLSearchParams();
      for (const [name, value] of new FormData(form)) if (typeof value === 'string') body.append(name, value);
      const headers = { accept: 'text/html' };
      const { type } = await fetch(location.href, { method: 'POST', headers, body, redirect: 'manual' });
      // Taken: this page now leads on to the receipt, as a step of its own, so that "back" ends there too. Refused: the refusal
      // is a page, which the form itself fetches.
      if (type === 'opaqueredirect') location.assign(`${location.pathname}?sent`);
      else form.submit();
    } catch {
      sending = false;
      waiting = true;
      say('waiting');
      timer = setTimeout(() => void send(), RETRY_MS[Math.min(failures++, RETRY_MS.length - 1)]);
    }
  }
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void send();
  });
  window.addEventListener('online', () => {
    if (waiting) void send();
  });

  // What was typed on this device and has not arrived would not be in what is sent.
  const { draft = '', person = '', writer, count } = form.dataset;
  const place = placeOf(person, draft);
  const old = kept(place);
  if (!old) return;
  if (old.writer === writer && old.count <= Number(count)) forget(place);
  else say('unsaved');
}

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-send]')) watch(form);
