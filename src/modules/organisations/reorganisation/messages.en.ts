import type { vi } from './messages.vi.ts';

export const en: Record<keyof typeof vi, string> = {
  'reorganisation.apply': 'Reorganise units by a resolution',
  'reorganisation.units': 'Change the tree of units',
  'reorganisation.undo': 'Take a reorganisation back',
  'reorganisation.restore_units': 'Put the tree of units back',
  'reorganisation.why_not.administrator': 'Units are reorganised by an administrator.',
  'reorganisation.resolution_missing': 'Please give the number of the resolution or decision.',
  'reorganisation.day_missing': 'Please give the day as 01/07/2025.',
  'reorganisation.name_missing': 'Please give the unit a name.',
  'reorganisation.too_long': 'At most {max} characters.',
  'reorganisation.newer':
    '{count} {count|unit|units} changed on that day or later already: {names}. Take the later reorganisation back first, or check the day.',
  'reorganisation.undone_already': 'This reorganisation was taken back already.',
  'reorganisation.resting_acts': 'It cannot be taken back: later ones rest on it ({acts}). Take those back first.',
  'reorganisation.resting_rows':
    'It cannot be taken back: people, registrations or decisions stand at its new units. Move or annul those first.',
  'reorganisation.problem.empty': 'Nothing changes yet.',
  'reorganisation.problem.not_standing': 'Unit {unit} does not stand on the day before.',
  'reorganisation.problem.twice': '{name} is named twice.',
  'reorganisation.problem.code_taken': 'Code {code} would be borne by several units at once: {names}.',
  'reorganisation.problem.code_doubled': 'Code {code} is given to several new units: {names}.',
  'reorganisation.problem.orphan': '{name} is left under {parent}, which ends. Move {name} elsewhere.',
  'reorganisation.problem.loop': '{name} would stand under itself.',
  'reorganisation.problem.roots': 'Several units would have none above them: {names}.',
  'reorganisation.problem.kind_unknown': 'There is no kind of unit “{kind}” ({name}).',
  'reorganisation.problem.part_alone':
    'Only a part of {name} goes somewhere, and {name} ends. Say where the rest goes.',
  'reorganisation.problem.whole_twice': 'All of {name} goes to one unit, and then to another as well.',
  'reorganisation.problem.successor_ended': '{name} takes in another unit and ends itself.',
  'reorganisation.list.no_heading': 'The list lacks the columns {columns}.',
  'reorganisation.list.empty': 'The list has no rows.',
  'reorganisation.list.day': 'Line {line}: the day “{value}” must be written like 2025-07-01.',
  'reorganisation.list.days': 'One list has one day; this one has: {days}.',
  'reorganisation.list.share': 'Line {line}: “{value}” must be whole or part.',
  'reorganisation.list.to': 'Line {line}: the name or the kind of the new unit is missing.',
};
