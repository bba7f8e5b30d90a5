import type { Translate } from '#platform/i18n.ts';
import type { NavGroup } from '#ui/types.ts';
import type { Me } from './frame.ts';

/** The parts of the working side that this person has, with the one that is open. */
export function navigation(t: Translate, path: string, me: Me): NavGroup[] {
  /** Names of parts, each with whether this person has it. */
  const group = (parts: Record<string, boolean>, heading?: string): NavGroup => ({
    ...(heading && { heading: t(heading) }),
    items: Object.keys(parts).flatMap((name) => {
      if (!parts[name]) return [];
      const href = name === 'duties' ? '/office' : `/office/${name}`;
      const current = path === href || (name !== 'duties' && path.startsWith(`${href}/`));
      return [{ href, label: t(`office.${name}`), current }];
    }),
  });
  const { office, follows, learns, places, bodies, people, audits } = me;
  return [
    group({
      ...{ duties: true, initiatives: true, registers: office, appraisals: office },
      ...{ decisions: follows, upkeep: follows, learning: learns },
    }),
    ...(follows ? [group({ board: office, figures: true, results: true }, 'office.follow')] : []),
    group(
      { units: true, reorganisations: true, sectors: places, bodies, people, movement: true, audit: audits },
      'office.organisation',
    ),
  ];
}
