import { STANDARD_SECTORS } from '#modules/organisations/sector/rules.ts';
import type { Kind } from '../themes/theme.ts';

/** The sector systems of the demo, in the order of a report. */
export const SECTORS = STANDARD_SECTORS;

/** A sector as the demo numbers it: its place in the list, from 1. */
export function sectorOf(code: (typeof SECTORS)[number]['code']) {
  const at = SECTORS.findIndex((sector) => sector.code === code);
  return { id: at + 1, vi: SECTORS[at]?.name_vi ?? '', en: SECTORS[at]?.name_en ?? '' };
}

/** The sector that each kind of registrant belongs to. */
export const SECTOR_OF: Record<Kind, (typeof SECTORS)[number]['code']> = {
  party: 'DANG',
  government: 'CQ',
  health: 'CQ',
  front: 'MTTQ',
  women: 'PN',
  farmers: 'ND',
  youth: 'TN',
  veterans: 'CCB',
  union: 'CD',
  forces: 'LLVT',
  schools: 'GD',
  enterprises: 'DN',
};
