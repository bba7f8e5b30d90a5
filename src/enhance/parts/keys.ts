// Keys in lists: j k move, x select, o open (Enter on the focused link is the browser's own), / search, ? help.
// The place in the list is simply what has the focus, so that screen readers and the eye follow.

const ROWS = '[data-rows] > *';

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target.closest('dialog')) return true;
  if (target instanceof HTMLInputElement) return !['checkbox', 'radio', 'button', 'submit'].includes(target.type);
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
}

function currentRow(): HTMLElement | null {
  return document.activeElement?.closest<HTMLElement>(ROWS) ?? null;
}

function linkOf(row: Element | null | undefined): HTMLAnchorElement | null {
  return row?.querySelector<HTMLAnchorElement>('a[href]') ?? null;
}

/** What the keys stop at in a row: its link, else the box that ticks it. */
function stopOf(row: Element | null | undefined): HTMLElement | null {
  return linkOf(row) ?? row?.querySelector<HTMLInputElement>('.pick input, [data-pick]') ?? null;
}

function move(step: 1 | -1): void {
  const rows = [...document.querySelectorAll(ROWS)].filter((row) => stopOf(row));
  const now = currentRow();
  const at = now ? rows.indexOf(now) + step : step === 1 ? 0 : rows.length - 1;
  const stop = stopOf(rows[Math.max(0, Math.min(rows.length - 1, at))]);
  stop?.focus({ preventScroll: true });
  stop?.scrollIntoView({ block: 'nearest' });
}

function find(): boolean {
  // The list's own search comes before the one for everything.
  const box =
    document.querySelector<HTMLInputElement>('[data-key-find]') ??
    document.querySelector<HTMLInputElement>('[data-key-search]');
  box?.focus();
  box?.select();
  return Boolean(box);
}

/** Acts on one key; answers whether the key was ours. */
function press(key: string): boolean {
  const row = currentRow();
  if (key === 'j' || key === 'k') {
    move(key === 'j' ? 1 : -1);
    return true;
  }
  if (key === 'x') {
    const box = row?.querySelector<HTMLInputElement>('.pick input, [data-pick]');
    box?.click();
    return Boolean(box);
  }
  if (key === 'o') {
    const link = linkOf(row);
    link?.click();
    return Boolean(link);
  }
  if (key === '/') return find();
  if (key === '?') {
    const help = document.querySelector<HTMLDialogElement>('dialog[data-key-help]');
    help?.showModal();
    return Boolean(help);
  }
  return false;
}

/** Listens for the list keys on the whole page; `data-keys="off"` on the root element silences them. */
export function watchKeys(): void {
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (document.documentElement.dataset.keys === 'off') return;
    if (isTyping(event.target)) {
      // Escape gives the keys back without a mouse.
      if (event.key === 'Escape' && event.target instanceof HTMLInputElement) event.target.blur();
      return;
    }
    if (press(event.key)) event.preventDefault();
  });
}
