import type { vi } from './messages.vi.ts';

export const en: Record<keyof typeof vi, string> = {
  'registrant.name': 'Enter a registrant',
  'registrant.name_many': 'Enter the registrants of a list',
  'registrant.name_missing': 'Please name the collective or person that registers.',
  'registrant.other_sector':
    'This name is there in the unit already and does not belong to your sector: ask the unit’s officer, or give another name.',
};
