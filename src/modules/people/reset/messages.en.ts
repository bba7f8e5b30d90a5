import type { vi } from './messages.vi.ts';

export const en: Record<keyof typeof vi, string> = {
  'reset.ask': 'Ask for a password letter',
  'reset.issue': 'Send a password letter',
  'reset.finish': 'Set a new password by letter',
  'reset.title': 'Forgotten password',
  'reset.sub': 'Type the mail address of your account; a letter will bring a link to set a new password.',
  'reset.do_ask': 'Send me the letter',
  'reset.asked': 'If this address belongs to an account, a letter will come within minutes.',
  'reset.asked_more':
    'Its link works once, within 30 minutes. No letter? Look among the junk, or ask the province’s administrator.',
  'reset.no_mail': 'No letters are sent from here. Ask the province’s administrator for a new password.',
  'reset.too_many': 'Several letters were sent just now. Try again in {minutes} {minutes|minute|minutes}.',
  'reset.new_title': 'Set a new password',
  'reset.do_finish': 'Set the new password',
  'reset.over': 'That link has been used or is too old. Please ask for a new letter.',
  'reset.again': 'Ask for a new letter',
  'reset.finished': 'The new password is set and every device is signed out. Please sign in again.',
  'reset.letter_subject': 'A new password for Khéo',
  'reset.letter':
    'Dear {name},\n\nSomebody asked for a new password for the account {username} on Khéo. If it was you, open this link within {minutes} minutes; it works once:\n\n{link}\n\nIf it was not you, there is nothing to do: the password stays as it is.\n',
};
