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

/** Saves one form to its address, one save after the other, and keeps on the device what has not arrived. */
class Autosave {
  readonly #form: HTMLFormElement;
  readonly #url: string;
  readonly #place: string;
  readonly #version: HTMLInputElement;
  // This page's own name, and how many saves it has sent: the server knows by them what it has taken already.
  readonly #writer = [...crypto.getRandomValues(new Uint8Array(12))].map((each) => each.toString(16)).join('');
  readonly #counted: HTMLInputElement;
  readonly #comparing: boolean;
  // What is compared began from the text before the one that is stored now; it stays so until one of both is chosen.
  readonly #began: string | undefined;
  // Under this name too something of this device may be on its way: a page that was left just now.
  #before = '';
  #count = 0;
  #dirty = false;
  #stopped: boolean;
  #failures = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running: Promise<void> | undefined;

  constructor(form: HTMLFormElement, url: string) {
    this.#form = form;
    this.#url = url;
    this.#place = placeOf(form.dataset.person ?? '', url);
    this.#version = form.elements.namedItem('version') as HTMLInputElement;
    hidden(form, 'writer', this.#writer);
    this.#counted = hidden(form, 'count', '0');
    this.#comparing = 'compare' in form.dataset;
    this.#began = this.#comparing ? (kept(this.#place)?.version ?? '0') : undefined;
    this.#stopped = this.#comparing;
  }

  /** Listens to the form, and begins with what an earlier page has left on the device. */
  begin(): void {
    this.#form.addEventListener('input', () => this.#typed());
    this.#form.addEventListener('submit', (event) => this.#sending(event));
    this.#form.querySelector('[data-autosave-drop]')?.addEventListener('click', () => forget(this.#place));
    window.addEventListener('online', () => void this.#save());
    window.addEventListener('pagehide', () => void this.#save(true));
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'hidden') void this.#save(true);
    });
    if (!this.#stopped) this.#takeUp();
  }

  #takeUp(): void {
    const { writer: lastWriter = '', count: lastCount = '0' } = this.#form.dataset;
    const old = kept(this.#place);
    const arrived = old && old.writer === lastWriter && old.count <= Number(lastCount);
    if (!old || arrived || !differs(this.#form, old.values)) {
      forget(this.#place);
      // On a slow line people write before this script is there.
      if (isWrittenIn(this.#form)) this.#again(QUIET_MS);
      return;
    }
    fill(this.#form, old.values);
    if (old.writer === lastWriter || old.version === this.#version.value) {
      this.#before = old.writer;
      this.#again(0);
    } else {
      // Another page has saved since: what was typed here stands in the form, and whoever typed it is shown both.
      this.#version.value = old.version;
      this.#stop('conflict');
    }
  }

  #typed(): void {
    this.#dirty = true;
    if (this.#comparing) this.#remember();
    if (!this.#running && !this.#stopped) this.#later(QUIET_MS);
  }

  /** A press of the page's own buttons. */
  #sending(event: SubmitEvent): void {
    clearTimeout(this.#timer);
    const isOnLine = navigator.onLine;
    if (isOnLine && !this.#running) {
      // Kept until a page of this draft comes back and says that it arrived: the network may go just now.
      this.#next();
      this.#dirty = false;
      this.#remember();
      return;
    }
    event.preventDefault();
    event.stopImmediatePropagation();
    // The version in the form is about to change; sending the old one would be refused.
    if (isOnLine) void this.#running?.then(() => this.#form.requestSubmit(event.submitter));
    else if (!this.#stopped) this.#fail('offline');
  }

  #save(leaving = false): Promise<void> {
    clearTimeout(this.#timer);
    if (this.#stopped || !this.#dirty) return Promise.resolve();
    // One after the other: the server takes them in their order.
    this.#running ??= this.#send(leaving).finally(() => {
      this.#running = undefined;
    });
    return this.#running;
  }

  async #send(leaving: boolean): Promise<void> {
    this.#next();
    const body = bodyOf(this.#form);
    if (leaving) this.#remember();
    if (leaving && body.toString().length > CARRIED) return;
    this.#dirty = false;
    this.#say('saving');
    try {
      const headers = { accept: 'application/json' };
      await this.#answered(await fetch(this.#url, { method: 'POST', headers, body, keepalive: leaving }));
    } catch {
      this.#fail(navigator.onLine ? 'failed' : 'offline');
    }
  }

  async #answered(response: Response): Promise<void> {
    if (response.status === 409) {
      const stored = (await response.json()) as { version: number; writer: string };
      if (this.#before === '' || stored.writer !== this.#before) return this.#stop('conflict');
      this.#version.value = String(stored.version);
      return this.#again(0);
    }
    if (response.status === 404) return this.#stop('gone');
    if (response.redirected) return this.#fail('signed-out');
    if (response.status === 422) return this.#fail('failed', ((await response.json()) as { message: string }).message);
    if (!response.ok) return this.#fail('failed');
    const answer = (await response.json()) as Answer;
    if (answer.version !== undefined) this.#version.value = String(answer.version);
    this.#failures = 0;
    this.#say('saved', answer.saved_at_text);
    if (!this.#dirty) return forget(this.#place, this.#writer);
    this.#remember();
    this.#later(QUIET_MS);
  }

  /** Not saved: it stays on the device, and is tried again unless that is of no use. */
  #fail(name: State, text?: string): void {
    this.#dirty = true;
    this.#remember();
    this.#say(name, text);
    if (text === undefined) this.#later(RETRY_MS[Math.min(this.#failures++, RETRY_MS.length - 1)] ?? 60_000);
  }

  #stop(name: 'conflict' | 'gone'): void {
    this.#stopped = true;
    this.#remember();
    this.#say(name);
    const both = this.#form.querySelector<HTMLElement>('[data-autosave-both]');
    if (both) both.hidden = name !== 'conflict';
  }

  #say(name: State, text = this.#form.getAttribute(`data-say-${name}`) ?? ''): void {
    const state = this.#form.querySelector<HTMLElement>('[data-autosave-state]');
    if (!state) return;
    state.dataset.state = name;
    state.textContent = text;
  }

  #again(ms: number): void {
    this.#dirty = true;
    this.#later(ms);
  }

  #later(ms: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#save(), ms);
  }

  #next(): void {
    this.#count += 1;
    this.#counted.value = String(this.#count);
  }

  #remember(): void {
    const version = this.#began ?? this.#version.value;
    keep(this.#place, { version, writer: this.#writer, count: this.#count, values: valuesOf(this.#form) });
  }
}

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-autosave]')) {
  new Autosave(form, form.dataset.autosave ?? '').begin();
}
