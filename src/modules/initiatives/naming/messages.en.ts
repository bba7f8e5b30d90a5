import type { vi } from './messages.vi.ts';

export const en: Record<keyof typeof vi, string> = {
  'naming.title': 'Advice on the name',
  'naming.intro': 'Advice only: you can send it with this name.',
  'naming.suggestions': 'It could be called',
  'naming.earlier': 'Earlier names',
  'naming.typo_or_encoding': 'Some letters are mistyped, without their marks, or of an older encoding.',
  'naming.shouting': 'It is in capitals or has an exclamation mark; small letters are easier to read.',
  'naming.too_long': 'It is too long; keep what is done and where.',
  'naming.abbreviation_only': 'It is made of abbreviations that outsiders do not know. Write them out.',
  'naming.copied_slogan': 'It is a slogan of everybody’s, not a name of this model.',
  'naming.generic': 'It is general: it would fit any model.',
  'naming.says_result_only': 'It says what came out; say how it is done.',
  'naming.no_action': 'It does not say what is done.',
  'naming.no_place_or_group': 'It does not say where or for whom (hamlet, quarter, school, branch …).',
};
