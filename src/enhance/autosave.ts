// Saves a form while it is being written. The page's own buttons save too, so all of this may fail without loss.
import { differing, fill, forget, keep, kept, textsOf } from './parts/kept.ts';

const QUIET_MS = 1500;
const RETRY_MS = [5_000, 15_000, 60_000];
// A browser carries at most 64 kB out of a page that is going away.
const CARRIED = 60_000;

type Answer = { saved_at_text?: string; version?: string | number };

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
    if (!(field instanceof HTMLInputElement)) return false;
    return field.value !== field.defaultValue || field.checked !== field.defaultChecked;
  });
}

function watch(form: HTMLFormElement, url: string): void {
  const state = form.querySelector<HTMLElement>('[data-autosave-state]');
  const version = form.elements.namedItem('version');
  const versionNow = () => (version instanceof HTMLInputElement ? version.value : '');
  let dirty = false;
  let stopped = false;
  let failures = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<void> | undefined;

  const say = (name: 'saving' | 'saved' | 'failed' | 'conflict' | 'offline', text?: string) => {
    if (!state) return;
    state.dataset.state = name;
    state.textContent = text ?? form.dataset[name] ?? '';
  };
  const later = (ms: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => void save(), ms);
  };
  const fail = () => {
    dirty = true;
    keep(url, versionNow(), textsOf(form));
    say(navigator.onLine ? 'failed' : 'offline');
    later(RETRY_MS[Math.min(failures++, RETRY_MS.length - 1)] ?? 60_000);
  };
  const conflict = () => {
    stopped = true;
    keep(url, versionNow(), textsOf(form));
    say('conflict');
  };

  async function send(leaving: boolean): Promise<void> {
    const body = bodyOf(form);
    if (leaving) keep(url, versionNow(), textsOf(form));
    if (leaving && body.toString().length > CARRIED) return;
    dirty = false;
    say('saving');
    try {
      const headers = { accept: 'application/json' };
      const response = await fetch(url, { method: 'POST', headers, body, keepalive: leaving });
      if (response.status === 409) return conflict();
      if (!response.ok) return fail();
      const answer = (await response.json()) as Answer;
      if (version instanceof HTMLInputElement && answer.version !== undefined) version.value = String(answer.version);
      failures = 0;
      forget(url);
      say('saved', answer.saved_at_text);
      if (dirty) later(QUIET_MS);
    } catch {
      fail();
    }
  }
  function save(leaving = false): Promise<void> {
    clearTimeout(timer);
    if (stopped || !dirty) return Promise.resolve();
    // Two at once would begin from the same version, and the second be refused.
    if (running) return running;
    running = send(leaving).finally(() => {
      running = undefined;
    });
    return running;
  }

  form.addEventListener('input', () => {
    dirty = true;
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
    if (running) {
      // The version in the form is about to change; sending the old one would be refused.
      event.preventDefault();
      event.stopImmediatePropagation();
      void running.then(() => form.requestSubmit(event.submitter));
      return;
    }
    dirty = false;
    forget(url);
  });

  // On a slow line people write before this script is there.
  if (isWrittenIn(form)) {
    dirty = true;
    later(QUIET_MS);
  }

  const old = kept(url);
  if (!old || differing(form, old.texts).length === 0) forget(url);
  else if (old.version === versionNow()) {
    fill(form, old.texts);
    dirty = true;
    later(0);
  } else {
    // Someone has saved since: theirs stands in the form, what was typed here is shown beside it.
    const place = form.querySelector<HTMLElement>('[data-autosave-kept]');
    const text = place?.querySelector('pre');
    if (!place || !text) return;
    text.textContent = differing(form, old.texts).join('\n\n');
    place.hidden = false;
  }
}

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-autosave]')) {
  watch(form, form.dataset.autosave ?? '');
}
