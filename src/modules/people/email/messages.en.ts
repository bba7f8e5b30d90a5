import type { vi } from './messages.vi.ts';

export const en: Record<keyof typeof vi, string> = {
  'email.ask': 'Give a mail address',
  'email.issue': 'Send a letter that proves an address',
  'email.take': 'Prove a mail address',
  'email.set_of': 'Set the mail address of somebody else',
  'email.own_elsewhere': 'Your own address is set on the page of your account.',
  'email.do_set': 'Change the mail address',
  'email.set': 'The mail address is changed.',
  'email.set_help':
    'Leave empty to take it away. The address before is told; invitations and letters for a new password sent there open nothing any more.',
  'email.changed_subject': 'Your mail address in Khéo has changed',
  'email.changed_letter':
    'Dear {name},\n\nAn administrator has changed your mail address in Khéo; this one is in use no more. If you know nothing of it, please speak to the administrator of your unit at once.\n',
  'email.title': 'Mail address',
  'email.sub': 'With it you can set a new password yourself when you forget it.',
  'email.none': 'None',
  'email.present': 'In use: {email}',
  'email.field': 'New mail address',
  'email.field_help': 'Example: le.thi.hoa@example.vn',
  'email.missing': 'Please type the mail address.',
  'email.shape': 'A mail address looks like name@place.vn.',
  'email.taken': 'This address belongs to another account.',
  'email.do_ask': 'Send a letter to prove it',
  'email.asked': 'A letter is on its way. Open the link in it to prove the address.',
  'email.do_take': 'This address is mine',
  'email.take_help': 'Press to note the address that the letter came to in this account.',
  'email.proven': 'The mail address is noted.',
  'email.letter_subject': 'Prove your mail address on Khéo',
  'email.letter':
    'Dear {name},\n\nTo get Khéo’s letters at this address, open this link within {minutes} minutes where you are signed in:\n\n{link}\n\nIf you did not ask for this, please ignore it.\n',
};
