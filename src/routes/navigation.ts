import type { Translate } from '#platform/i18n.ts';
import type { NavGroup } from '#ui/types.ts';
import type { Me } from './frame.ts';

/** The parts of the working side that this person has, with the one that is open. */
export function navigation(t: Translate, path: string, me: Me): NavGroup[] {
  const item = (name: string, shown = true) => (shown ? [{ name, href: name ? `/office/${name}` : '/office' }] : []);
  const group = (items: { name: string; href: string }[], heading?: string): NavGroup => ({
    ...(heading && { heading: t(heading) }),
    items: items.map(({ name, href }) => ({
      href,
      label: t(`office.${name || 'duties'}`),
      current: name ? path === href || path.startsWith(`${href}/`) : path === href,
    })),
  });
  return [
    group([
      ...item(''),
      ...item('initiatives'),
      ...item('registers', me.office),
      ...item('appraisals', me.office),
      ...item('decisions', me.follows),
      ...item('upkeep', me.follows),
      ...item('learning', me.learns),
    ]),
    ...(me.follows
      ? [group([...item('board', me.office), ...item('figures'), ...item('results')], 'office.follow')]
      : []),
    group(
      [
        ...item('units'),
        ...item('reorganisations'),
        ...item('sectors', me.places),
        ...item('bodies', me.bodies),
        ...item('people', me.people),
        ...item('movement'),
        ...item('audit', me.audits),
      ],
      'office.organisation',
    ),
  ];
}
