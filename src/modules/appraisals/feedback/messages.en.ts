import type { vi } from './messages.vi.ts';

/** What a council tells whoever registered a model, beside its verdict. */
export const en: Record<keyof typeof vi, string> = {
  'feedback.prepare': 'Prepare the feedback that goes with the verdict',
  'feedback.give': 'Send feedback to the registrant',
  'feedback.read': 'Feedback read',
  'feedback.title': 'Feedback to the registrant',
  'feedback.verdict': 'Verdict',
  'feedback.none': 'No feedback yet.',
  'feedback.none_how': 'Feedback comes together with the verdict, or is added afterwards.',
  'feedback.words': 'Words of the members for the registrant ({count})',
  'feedback.words_none': 'No member has written anything for the registrant yet.',
  'feedback.words_hint': 'Nobody is named. The registrant reads none of these, only the one text below.',
  'feedback.text': 'The one text',
  'feedback.text_hint': 'What is good, and what to do better. The registrant reads exactly this.',
  'feedback.drafted': 'A draft joined from the members’ words; not sent: edit it before you save.',
  'feedback.prepare_hint':
    'Saved, it is not sent yet: it reaches the registrant when the verdict is applied. Left empty, nothing is sent.',
  'feedback.prepare_do': 'Save, send when the verdict is applied',
  'feedback.give_hint': 'Sent at once. A later text takes the place of an earlier one, which stays in the time line.',
  'feedback.give_do': 'Send feedback',
  'feedback.read_do': 'I have read it',
  'feedback.was_read': 'You have read this feedback.',
  'feedback.prepared': 'Feedback saved; it is sent when the verdict is applied.',
  'feedback.given': 'Feedback sent to the registrant.',
  'feedback.mark': 'with feedback',
  'feedback.write_link': 'Prepare feedback',
  'feedback.changed':
    'The feedback or the verdict has just been changed. Look at the new one; what you wrote is still here.',
  'feedback.advice': 'Words for the registrant',
  'feedback.advice_hint':
    'What is good, what to do better. Whoever prepares the verdict makes one text of everybody’s words; you are not named.',
  'feedback.advice_said': 'For the registrant: {text}',
  'feedback.own_hint':
    'Sent to the registrant with the verdict: what is good, what to do better. Left empty, nothing is sent.',
  'feedback.why_not.unstaged': 'Stage the verdict of this model first; feedback goes with it.',
  'feedback.why_not.registrant': 'Only the registrant says that it has been read.',
};
