import type { vi } from './messages.vi.ts';

export const en: Record<keyof typeof vi, string> = {
  'second_factor.begin': 'Begin two-step verification',
  'second_factor.finish': 'Turn two-step verification on',
  'second_factor.renew_codes': 'Make new recovery codes',
  'second_factor.remove': 'Turn two-step verification off',
  'second_factor.reset': 'Take two-step verification off',
  'session.second_step': 'Sign in with a code',

  'second_factor.title': 'Two-step verification',
  'second_factor.sub':
    'After the password a code from your phone is asked for, so a stolen password alone opens nothing.',
  'second_factor.on': 'On since {since}',
  'second_factor.state_on': 'On',
  'second_factor.off': 'Off',
  'second_factor.codes_left': '{count} recovery {count|code|codes} left',
  'second_factor.start': 'Begin',
  'second_factor.scan_title': 'Scan with your phone',
  'second_factor.scan':
    'Open the app that makes codes (Google Authenticator, Microsoft Authenticator, Aegis …), choose to add an account, then scan this picture.',
  'second_factor.scan_alt': 'QR code that adds this account to an app that makes codes',
  'second_factor.by_hand': 'It cannot be scanned? Type this key:',
  'second_factor.code': '6-digit code on the phone',
  'second_factor.code_help': 'It changes every 30 seconds.',
  'second_factor.code_missing': 'Please type the code.',
  'second_factor.code_wrong':
    'That code is wrong or has been used. Please wait for the next one, and see whether the phone’s clock is right.',
  'second_factor.there_already': 'Two-step verification is on already.',
  'second_factor.none': 'Two-step verification is not on.',
  'second_factor.cancel': 'Leave it off',
  'second_factor.codes_title': 'Recovery codes',
  'second_factor.codes_once':
    'Note them down and keep them safe: this page will not show them again. Each stands in for the phone once.',
  'second_factor.codes_noted': 'I have noted them down',
  'second_factor.renew_help': 'When few are left, or somebody may have seen them. The old ones open nothing any more.',
  'second_factor.removed': 'Two-step verification is off. Other devices are signed out.',
  'second_factor.remove_help': 'Then the password alone guards this account.',
  'second_factor.reset_help':
    'For who has lost both phone and recovery codes. Be sure that it is them you are talking to.',
  'second_factor.was_reset': 'Two-step verification is off. This person signs in again with the password.',
  'second_factor.step_sub': 'The password is right. One more step.',
  'second_factor.step_code': 'Code on the phone, or a recovery code',
  'second_factor.step_over': 'It is too long since you typed the password. Please sign in again from the start.',
  'second_factor.step_again': 'Sign in again from the start',
  'second_factor.step_lost':
    'Lost the phone and the recovery codes too? Ask an administrator to take two-step verification off.',
};
