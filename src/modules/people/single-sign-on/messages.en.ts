import type { vi } from './messages.vi.ts';

export const en: Record<keyof typeof vi, string> = {
  'single_sign_on.begin': 'Set out for single sign-on',
  'single_sign_on.take': 'Come back from single sign-on',
  'single_sign_on.enter': 'Sign in by single sign-on',
  'single_sign_on.link': 'Link single sign-on',
  'single_sign_on.unlink': 'Unlink single sign-on',
  'single_sign_on.title': 'Sign in with {label}',
  'single_sign_on.sub': 'Single sign-on, without a password typed here.',
  'single_sign_on.linked': 'Linked since {since}',
  'single_sign_on.state_on': 'Linked',
  'single_sign_on.state_off': 'Not linked',
  'single_sign_on.link_help': 'You will be taken to {label} to sign in, then back here.',
  'single_sign_on.do_link': 'Go to {label}',
  'single_sign_on.do_confirm': 'Confirm',
  'single_sign_on.do_unlink': 'Unlink',
  'single_sign_on.unlinked': 'Unlinked.',
  'single_sign_on.now_linked': 'Linked. From now on you can sign in with {label}.',
  'single_sign_on.off': 'Single sign-on is not used here.',
  'single_sign_on.failed': 'Single sign-on did not come to its end, or took too long. Please start again.',
  'single_sign_on.unknown':
    'No account is linked to this person. Sign in with your password, then link it on the page My account.',
  'single_sign_on.unreachable':
    'The provider of single sign-on does not answer. Use your password, or try again later.',
  'single_sign_on.only_way':
    'This account has no password: without the link there would be no way in. Please set a password first.',
  'single_sign_on.do_claim': 'Open the account by {label}',
  'single_sign_on.claim_help': 'No password is needed here; the user name follows your name.',
  'single_sign_on.taken': 'This person is linked to another account, or this account is linked already.',
};
