// Saves a form while it is being written. The page's own buttons save too, so all of this may fail without loss.
import { differs, fill, forget, keep, kept, placeOf, valuesOf } from './parts/kept.ts';

const QUIET_MS = 1500;
const RETRY_MS = [5_000, 15_000, 60_000];
// A browser carries at most 64 kB out of a page that is going away.
const CARRIED = 60_000;

type Answer = { saved_at_text?: string; version?: string | number };
type State = 'saving' | 'saved' | 'failed' | 'conflict' | 'offline' | 'signed-out' | 'gone';

/** Everything that the form would send, without files: those go with its own buttons. */
function bodyOf(form: HTMLFormElement): URLSearchParams {
  const body = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') body.append(name, value);
  return body;
}

/** Whether a form holds anything else than what the page came with. */
function isWrittenIn(form: HTMLFormElement): boolean {
  return [...form.elements].some((field) => {
    if (field instanceof HTMLTextAreaElement) return field.value !== field.defaultValue;
    if (field instanceof HTMLSelectElement)
      return [...field.options].some((each) => each.selected && !each.defaultSelected && each.index > 0);
    if (!(field instanceof HTMLInputElement) || field.type === 'hidden') return false;
    return field.value !== field.defaultValue || field.checked !== field.defaultChecked;
  });
}

function hidden(form: HTMLFormElement, name: string, value: string): HTMLInputElement {
  const input = form.appendChild(document.createElement('input'));
  Object.assign(input, { type: 'hidden', name, value });
  return input;
}

function watch(form: HTMLFormElement, url: string): void {
  const { person = '', writer: lastWriter = '', count: lastCount = '0' } = form.dataset;
  const place = placeOf(person, url);
  const state = form.querySelector<HTMLElement>('[data-autosave-state]');
  const both = form.querySelector<HTMLElement>('[data-autosave-both]');
  const version = form.elements.namedItem('version') as HTMLInputElement;
  // This page's own name, and how many saves it has sent: the server knows by them what it has taken already.
  const writer = [...crypto.getRandomValues(new Uint8Array(12))].map((each) => each.toString(16)).join('');
  hidden(form, 'writer', writer);
  const counted = hidden(form, 'count', '0');
  // What is compared began from the text before the one that is stored now; it stays so until one of both is chosen.
  const comparing = 'compare' in form.dataset;
  const began = comparing ? (kept(place)?.version ?? '0') : undefined;
  // Under this name too something of this device may be on its way: a page that was left just now.
  let before = '';
  let count = 0;
  let dirty = false;
  let stopped = comparing;
  let failures = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<void> | undefined;

  const say = (name: State, text = form.getAttribute(`data-say-${name}`) ?? '') => {
    if (!state) return;
    state.dataset.state = name;
    state.textContent = text;
  };
  const later = (ms: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => void save(), ms);
  };
  const remember = () => keep(place, { version: began ?? version.value, writer, count, values: valuesOf(form) });
  /** Not saved: it stays on the device, and is tried again unless that is of no use. */
  const fail = (name: State, text?: string) => {
    dirty = true;
    remember();
    say(name, text);
    if (text === undefined) later(RETRY_MS[Math.min(failures++, RETRY_MS.length - 1)] ?? 60_000);
  };
  const stop = (name: 'conflict' | 'gone') => {
    stopped = true;
    remember();
    say(name);
    if (both) both.hidden = name !== 'conflict';
  };

  async function send(leaving: boolean): Promise<void> {
    count += 1;
    counted.value = String(count);
    const body = bodyOf(form);
    if (leaving) remember();
    if (leaving && body.toString().length > CARRIED) return;
    dirty = false;
    say('saving');
    try {
      const headers = { accept: 'application/json' };
      const response = await fetch(url, { method: 'POST', headers, body, keepalive: leaving });
      if (response.status === 409) {
        const stored = (await response.json()) as { version: number; writer: string };
        if (before === '' || stored.writer !== before) return stop('conflict');
        version.value = String(stored.version);
        dirty = true;
        return later(0);
      }
      if (response.status === 404) return stop('gone');
      if (response.redirected) return fail('signed-out');
      if (response.status === 422) return fail('failed', ((await response.json()) as { message: string }).message);
      if (!response.ok) return fail('failed');
      const answer = (await response.json()) as Answer;
      if (answer.version !== undefined) version.value = String(answer.version);
      failures = 0;
      say('saved', answer.saved_at_text);
      if (!dirty) return forget(place, writer);
      remember();
      later(QUIET_MS);
    } catch {
      fail(navigator.onLine ? 'failed' : 'offline');
    }
  }
  function save(leaving = false): Promise<void> {
    clearTimeout(timer);
    if (stopped || !dirty) return Promise.resolve();
    // One after the other: the server takes them in their order.
    if (running) return running;
    running = send(leaving).finally(() => {
      running = undefined;
    });
    return running;
  }

  form.addEventListener('input', () => {
    dirty = true;
    if (comparing) remember();
    if (!running && !stopped) later(QUIET_MS);
  });
  window.addEventListener('online', () => void save());
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') void save(true);
  });
  window.addEventListener('pagehide', () => {
    void save(true);
  });
  form.addEventListener('submit', (event) => {
    clearTimeout(timer);
    const hold = () => {
      event.preventDefault();
      event.stopImmediatePropagation();
    };
    if (!navigator.onLine) {
      hold();
      if (!stopped) fail('offline');
      return;
    }
    if (running) {
      // The version in the form is about to change; sending the old one would be refused.
      hold();
      void running.then(() => form.requestSubmit(event.submitter));
      return;
    }
    // Kept until a page of this draft comes back and says that it arrived: the network may go just now.
    count += 1;
    counted.value = String(count);
    dirty = false;
    remember();
  });
  form.querySelector('[data-autosave-drop]')?.addEventListener('click', () => forget(place));

  if (stopped) return;
  const old = kept(place);
  const arrived = old && old.writer === lastWriter && old.count <= Number(lastCount);
  if (!old || arrived || !differs(form, old.values)) {
    forget(place);
    // On a slow line people write before this script is there.
    if (!isWrittenIn(form)) return;
    dirty = true;
    later(QUIET_MS);
  } else if (old.writer === lastWriter || old.version === version.value) {
    fill(form, old.values);
    before = old.writer;
    dirty = true;
    later(0);
  } else {
    // Another page has saved since: what was typed here stands in the form, and whoever typed it is shown both.
    fill(form, old.values);
    version.value = old.version;
    stop('conflict');
  }
}

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-autosave]')) {
  watch(form, form.dataset.autosave ?? '');
}
