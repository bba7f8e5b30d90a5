import { sweep } from './kept.ts';

/** What was typed into a form that is not saved by itself is not lost unasked: the browser asks before the page is left. */
export function watchUnsaved(): void {
  const typed = new Set<HTMLFormElement>();
  document.addEventListener('input', ({ target }) => {
    // A box may stand in a table and belong to a form elsewhere.
    const form = target instanceof Element && 'form' in target ? target.form : null;
    if (form instanceof HTMLFormElement && 'unsaved' in form.dataset) typed.add(form);
  });
  document.addEventListener('submit', ({ target }) => typed.delete(target as HTMLFormElement));
  window.addEventListener('beforeunload', (event) => {
    if (typed.size > 0) event.preventDefault();
  });
}

/** What was typed on this device and never saved goes when its writer signs out, and by itself after a week. */
export function watchLeaving(): void {
  sweep();
  document.querySelector('form[action="/dang-xuat"]')?.addEventListener('submit', () => sweep(true));
}
