import { sweep } from './kept.ts';

/** What was typed on this device and never saved goes when its writer signs out, and by itself after a week. */
export function watchLeaving(): void {
  sweep();
  document.querySelector('form[action="/dang-xuat"]')?.addEventListener('submit', () => sweep(true));
}
