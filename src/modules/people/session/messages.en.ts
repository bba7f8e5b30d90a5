import type { vi } from './messages.vi.ts';

export const en: Record<keyof typeof vi, string> = {
  'session.begin': 'Sign in',
  'session.end': 'Sign a device out',
  'session.lock': 'Closed for a while after wrong passwords',
  'session.sweep': 'Clear sessions that are over',
  'session.sign_in': 'Sign in',
  'session.sign_in_sub': 'For officers and for those who register models.',
  'session.sign_out': 'Sign out',
  'session.sign_out_sub': 'Leave the working side on this device?',
  'session.signed_out': 'You are signed out.',
  'session.username_missing': 'Please type the user name.',
  'session.password_missing': 'Please type the password.',
  'session.wrong': 'The user name or the password is wrong.',
  'session.locked':
    'Too many wrong tries in a row. Try again in {minutes} {minutes|minute|minutes}, or ask an administrator for a new password.',
  'session.needed': 'Please sign in to open this page.',
  'session.forgotten': 'Forgotten your password? Ask the province’s administrator for a new one.',
  'session.back_to_portal': 'Back to the portal',
  'session.sessions': 'Where you are signed in',
  'session.sessions_help': 'If you see a device that is not yours, sign it out, then change your password.',
  'session.this_one': 'this device',
  'session.unknown_device': 'Unknown device',
  'session.since': 'since {since}, last seen {seen}',
  'session.ended': 'That device is signed out.',
};
