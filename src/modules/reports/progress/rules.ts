import type { Target } from '#modules/movements/target/rules.ts';
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
