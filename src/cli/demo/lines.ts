import type { Share } from '#modules/organisations/reorganisation/rules.ts';
import type { ListRow } from '#modules/organisations/reorganisation/rules-list.ts';
import type { ActText } from './words/acts.ts';

const KINDS: [name: string, kind: string][] = [
  ['Phường ', 'ward'],
  ['Đặc khu ', 'special_zone'],
  ['Xã ', 'commune'],
];

interface Line {
  code: string;
  name: string;
  parts: { code: string; share: Share }[];
}

/** The lines of an act: each unit that comes of it, and what it is made of. */
export function linesOf({ becomes }: ActText): Line[] {
  return becomes
    .trim()
    .split('\n')
    .map((line) => {
      const [, code = '', name = '', from = ''] = /^\s*(\d+) (.+): (.+)$/.exec(line) ?? [];
      const parts = from.split(' ').map((part): Line['parts'][number] => ({
        code: part.slice(0, 5),
        share: part.endsWith('~') ? 'part' : 'whole',
      }));
      return { code, name, parts };
    });
}

/** The same as a list that anybody may bring. */
export function rowsOf(act: ActText): ListRow[] {
  return linesOf(act).flatMap(({ code, name, parts }, at) =>
    parts.map((part) => ({
      line: at + 1,
      from_code: part.code,
      from_name: '',
      to_code: code,
      to_name: name,
      to_kind: kindOf(name),
      share: part.share,
      effective_on: act.effectiveOn,
    })),
  );
}

/** The kind that a commune's name begins with. */
export function kindOf(name: string): string {
  return KINDS.find(([start]) => name.startsWith(start))?.[1] ?? 'commune';
}
