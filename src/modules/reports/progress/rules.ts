import type { Target } from '#modules/movements/target/rules.ts';
import { fold } from '#platform/vietnamese.ts';
import { rate } from '../figures/rules.ts';

/** A unit with what is asked of it and how far it is; percents have one decimal, null without a target. */
export interface Progress {
  id: number;
  name: string;
  wanted: number | null;
  forwardMost: number | null;
  registered: number;
  recognised: number;
  forwarded: number;
  registeredRate: number | null;
  recognisedRate: number | null;
}

export function progressOf(
  unit: { id: number; name: string },
  { registered, recognised }: { registered: number; recognised: number },
  target: Target | undefined,
  forwarded: number,
): Progress {
  const wanted = target?.wanted ?? null;
  const of = (part: number) => (wanted === null ? null : rate(part, wanted));
  const asked = { wanted, forwardMost: target?.forwardMost ?? null };
  const counted = { registered, recognised, forwarded };
  return { ...unit, ...asked, ...counted, registeredRate: of(registered), recognisedRate: of(recognised) };
}

/** Which of the units a page shows: those without a target, those with one, those that have registered less. */
export const SHOWN = ['none', 'given', 'behind'] as const;
export interface Shown {
  /** Part of a name, without marks as well. */
  q: string;
  show: (typeof SHOWN)[number] | null;
  /** How many units come before the page. */
  skip: number;
}

export const PAGE = 25;

/** What an address asks to be shown; what cannot be read is left out. */
export function shownIn(address: URLSearchParams): Shown {
  const skip = Number(address.get('after') ?? 0);
  return {
    q: (address.get('q') ?? '').trim().slice(0, 100),
    show: SHOWN.find((each) => each === address.get('show')) ?? null,
    skip: Number.isInteger(skip) && skip > 0 && skip < 10_000 ? skip : 0,
  };
}

/** The rows that an address asks for, a page of them, and how many there are in all. */
export function shownOf<Row extends Progress>(rows: readonly Row[], { q, show, skip }: Shown) {
  const words = fold(q);
  const asked = rows.filter(
    (row) =>
      fold(row.name).includes(words) &&
      (show === null ||
        ((show === 'none' ? row.wanted === null : row.wanted !== null) &&
          (show !== 'behind' || row.registered < (row.wanted ?? 0)))),
  );
  return { page: asked.slice(skip, skip + PAGE), count: asked.length };
}
