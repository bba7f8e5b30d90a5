import type { vi } from './messages.vi.ts';

export const en: Record<keyof typeof vi, string> = {
  'movement.movement': 'Movement',
  'movement.none': 'No movement has been set up yet.',
  'movement.phases': 'Phases',
  'movement.basis': 'Legal basis',
  'movement.cycles': 'Years',
  'movement.cycle': 'Year',
  'movement.opens_on': 'Opens on',
  'movement.register_due': 'Due at {level}',
  'movement.appraise_due': 'appraised by {day}',
  'movement.criteria': 'Criteria of {year}',
  'movement.criteria_of': 'See the criteria of {year}',
  'movement.criteria_none': 'This year has no criteria yet.',
  'movement.collective': 'For collectives',
  'movement.individual': 'For individuals',
  'movement.fields': 'Fields',
  'movement.programmes': 'Linked programmes',
  'movement.programmes_none': 'No programme yet.',
};
