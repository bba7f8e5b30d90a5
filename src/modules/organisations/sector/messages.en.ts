import type { vi } from './messages.vi.ts';

export const en: Record<keyof typeof vi, string> = {
  'sector.ensure': 'Record the sectors',
  'sector.set_unit': 'Put a unit into a sector',
  'sector.units': 'Units that belong to a sector',
  'sector.units_intro': 'A unit may belong to a sector too, from a day on.',
  'sector.units_none': 'No units yet.',
  'sector.unit_code': 'Code of the unit',
  'sector.unit_code_help': 'Its code of today, as the page of units gives it.',
  'sector.unit_missing': 'Give the code of a unit that stands today.',
  'sector.missing': 'Choose the sector.',
  'sector.none': 'In no sector',
  'sector.from': 'From',
  'sector.day_missing': 'Give a day, for example 24/02/2020.',
  'sector.only_administrators': 'Only administrators put units into sectors.',
  'sector.unit_placed': 'The unit’s sector was recorded.',
  'sector.since': 'Since {day}',
};
