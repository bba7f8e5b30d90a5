import type { vi } from './messages.vi.ts';

export const en: Record<keyof typeof vi, string> = {
  'similar.title': 'Near-duplicates',
  'similar.found': '{n} {n|model looks|models look} like this one',
  'similar.found_intro': 'See whether it is one and the same. Answered or not, you can send.',
  'similar.none': 'No model looks like this one.',
  'similar.compare': 'Compare and answer',
  'similar.intro':
    'Each model stands beside yours; coloured words are what differs. An answer can be changed until you send.',
  'similar.intro_officer':
    'What was sent stands beside the models that look like it and that you may see; coloured words are what differs.',
  'similar.this': 'This one',
  'similar.that': 'The other model',
  'similar.whose': 'Registrant, place',
  'similar.year': 'Year',
  'similar.published': 'published',
  'similar.continues': 'This continues it',
  'similar.continues_help': 'What you send becomes a further year of model {code}, with its number and its history.',
  'similar.continues_not': 'Only the registrant of model {code} continues it, once a year at one level.',
  'similar.different': 'This is different, because …',
  'similar.different_do': 'Keep the answer',
  'similar.reason': 'What is different',
  'similar.reason_missing': 'Write what is different.',
  'similar.withdraw': 'Withdraw: do not register it',
  'similar.withdraw_help': 'The draft is thrown away and cannot be got back.',
  'similar.cannot_continue':
    'Model {code} cannot be continued: it is another registrant’s, or registered this year already. Change the answer under “Near-duplicates”.',
  'similar.answer.continues': 'Continues this one',
  'similar.answer.different': 'Different: {reason}',
  'similar.answer.none': 'Not answered',
  'similar.answers': 'What the registrant answered',
  'similar.no_answers': 'The registrant has answered nothing.',
  'similar.back': 'Check before sending',
  'similar.saved': 'The answer is kept.',
  'draft.answer_similar': 'Answer about a near-duplicate',
};
