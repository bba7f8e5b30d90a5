import type { vi } from './messages.vi.ts';

export const en: Record<keyof typeof vi, string> = {
  'digest.title': 'Reminders by mail',
  'digest.sub': 'One letter a day at most, and only while something is due or overdue.',
  'digest.field': 'Send me reminders',
  'digest.daily': 'Every working day',
  'digest.weekly': 'Every week, on its first working day',
  'digest.none': 'Never',
  'digest.none_note': 'What waits is still on your home page.',
  'digest.no_email': 'This account has no mail address, so no letters come.',
  'digest.set_email': 'Give a mail address',
  'digest.missing': 'Please choose one.',
  'digest.do_choose': 'Save',
  'digest.chosen': 'Saved.',
  'digest.choose': 'Choose how reminders come by mail',
  'digest.queue': 'Prepare the reminders of a day',
  'digest.queue_of': 'Prepare the reminders of a unit',
  'digest.claim': 'Send a reminder',
  'digest.finish': 'Note that a reminder was sent',
  'digest.letter_subject': 'Khéo: {count} {count|duty|duties} due or overdue',
  'digest.letter':
    'Dear {name},\n\nThis is waiting for you:\n\n{lines}\n\nEverything that waits: {home}\n\nThis letter comes once a day at most. To have fewer, or none: {choose}\n',
};
