import { type Pick, readPicks, writePicks } from './rules.ts';

export const CANDIDATE_PAGE = 50;

/** What the form shows now: one page of the list, what is chosen in all, and what of it lies on other pages. */
export interface Chosen<C extends Pick> {
  page: number;
  pages: number;
  lines: C[];
  chosen: C[];
  /** Chosen on other pages, as the form carries them. */
  elsewhere: Pick[];
  left: C[];
}

/**
 * Reads the form's state against the list as it is now. `go` is the button that was pressed: `all`, `none`, or the number of a
 * page. What was chosen and waits no more is left out: it cannot be chosen.
 */
export function chosenOf<C extends Pick>(candidates: readonly C[], picked: string, go: string, at: string): Chosen<C> {
  const ids = new Set(readPicks(picked).map((pick) => pick.id));
  const isChosen = (each: C) => go === 'all' || (go !== 'none' && ids.has(each.id));
  const pages = Math.max(1, Math.ceil(candidates.length / CANDIDATE_PAGE));
  const wanted = Number(/^\d{1,4}$/.test(go) ? go : at) || 1;
  const page = Math.min(Math.max(wanted, 1), pages);
  const lines = candidates.slice((page - 1) * CANDIDATE_PAGE, page * CANDIDATE_PAGE);
  const shown = new Set(lines.map((line) => line.id));
  const chosen = candidates.filter(isChosen);
  return {
    page,
    pages,
    lines,
    chosen,
    elsewhere: chosen.filter((each) => !shown.has(each.id)).map(({ id, version }) => ({ id, version })),
    left: candidates.filter((each) => !isChosen(each)),
  };
}

/** What the form carries on: ticked on the page that was shown, and chosen on the others. */
export function picksIn(form: { getAll(name: string): unknown[] }): string {
  const written = [...form.getAll('picked'), ...form.getAll('pick')].filter((each) => typeof each === 'string');
  return writePicks(readPicks(written.join(' ')));
}
