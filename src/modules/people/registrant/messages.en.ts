import type { vi } from './messages.vi.ts';

export const en: Record<keyof typeof vi, string> = {
  'registrant.name': 'Enter a registrant',
  'registrant.name_many': 'Enter the registrants of a list',
  'registrant.name_missing': 'Please name the collective or person that registers.',
  'registrant.other_sector':
    'This name is there in the unit already and does not belong to your sector: ask the unit’s officer, or give another name.',
  'registrant.set_sector': 'Put registrants into a sector',
  'registrant.none_chosen': 'Choose at least one registrant.',
  'registrant.sector_missing': 'Choose the sector.',
  'registrant.only_offices': 'Sectors are for officers of units and for administrators to say.',
  'registrant.sectors': 'Sectors',
  'registrant.sectors_sub':
    'Each registrant may belong to one sector. Registrations follow their registrant; totals by unit and totals by sector are two partitions of one set.',
  'registrant.sector': 'Sector',
  'registrant.sector_choose': 'Choose a sector',
  'registrant.sector_in': 'In it',
  'registrant.sector_suggested': 'Suggested by name',
  'registrant.sector_unguessed': 'Sector not known',
  'registrant.sector_unguessed_intro':
    'The name tells no sector, or is a person’s. Choose those of one sector and put them there together.',
  'registrant.sector_suggested_intro':
    'The names of these registrants point to this sector. Take out those that do not belong, then confirm.',
  'registrant.sector_in_intro': 'Choose those that are in the wrong sector and move them to another.',
  'registrant.sector_suggested_title': 'Suggested: {sector}',
  'registrant.sector_in_title': 'In it: {sector}',
  'registrant.sector_assign': 'Put into the sector',
  'registrant.sector_assigned': 'Done. Open registrations, and past ones that had no sector, have followed.',
  'registrant.sector_empty': 'No registrants in this group.',
  'registrant.sector_range': '{from}–{to} of {total} registrants',
  'registrant.sector_back': 'All sectors',
  'registrant.several': 'Registrants',
};
