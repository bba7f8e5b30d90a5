// Row selection: a box that ticks the page, shift for a stretch, and a bar that names exactly what is selected.

const NAMED = 2;

function boxesOf(id: string): HTMLInputElement[] {
  return [...document.querySelectorAll<HTMLInputElement>(`.pick input[form="${CSS.escape(id)}"]`)];
}

/** What a box is called: by itself, or by what stands in its row. */
function nameOf(box: HTMLInputElement): string {
  const named = document.getElementById(box.getAttribute('aria-labelledby') ?? '');
  return named?.textContent?.trim() ?? box.ariaLabel ?? box.value;
}

function shorten(name: string): string {
  return name.length > 60 ? `${name.slice(0, 58).trimEnd()}…` : name;
}

/** The sentence of the bar: {n} how many, {names} the first of them, {more} the rest. */
export function sentence(names: string[], chosen: string, more: string): string {
  const first = names.slice(0, NAMED).map(shorten).join('; ');
  const rest = names.length - NAMED;
  const said = chosen.replace('{n}', () => String(names.length)).replace('{names}', () => first);
  return rest > 0 ? `${said} ${more.replace('{more}', String(rest))}` : said;
}

function watchBar(bar: HTMLFormElement): void {
  // Not bar.id: a box named "id" would stand in its place.
  const id = bar.getAttribute('id') ?? '';
  const text = bar.querySelector<HTMLElement>('[data-bulk-text]');
  const everything = bar.querySelector<HTMLInputElement>('[data-everything]');
  const all = document.querySelector<HTMLInputElement>(`[data-select-all="${CSS.escape(id)}"]`);
  const idle = text?.textContent ?? '';
  let last: HTMLInputElement | null = null;
  let shift = false;

  const show = () => {
    const boxes = boxesOf(id);
    const names = boxes.filter((box) => box.checked).map(nameOf);
    const some = names.length > 0 || Boolean(everything?.checked);
    if (text) {
      const said = everything?.checked
        ? (everything.parentElement?.textContent?.trim() ?? idle)
        : names.length > 0
          ? sentence(names, bar.dataset.chosen ?? '{n}', bar.dataset.more ?? '')
          : idle;
      if (text.textContent !== said) text.textContent = said;
    }
    if (all) {
      all.checked = boxes.length > 0 && names.length === boxes.length;
      all.indeterminate = names.length > 0 && names.length < boxes.length;
    }
    bar.toggleAttribute('data-some', some);
    for (const button of bar.querySelectorAll('button')) button.disabled = !some;
  };

  if (all) all.hidden = false;
  all?.addEventListener('change', () => {
    for (const box of boxesOf(id)) box.checked = all.checked;
    show();
  });
  everything?.addEventListener('change', show);
  document.addEventListener(
    'click',
    (event) => {
      shift = event.shiftKey;
    },
    true,
  );
  document.addEventListener('change', (event) => {
    const box = event.target;
    const boxes = boxesOf(id);
    if (!(box instanceof HTMLInputElement) || !boxes.includes(box)) return;
    if (shift && last) {
      const [from, to] = [boxes.indexOf(last), boxes.indexOf(box)].sort((a, b) => a - b);
      for (const between of boxes.slice(from, to)) between.checked = box.checked;
    }
    last = box;
    show();
  });
  // A browser gives back the ticks of a page it returns to.
  window.addEventListener('pageshow', show);
  show();
}

/** Brings every bar of the page to life. */
export function watchPicks(): void {
  for (const bar of document.querySelectorAll<HTMLFormElement>('form[data-bulk]')) watchBar(bar);
}
