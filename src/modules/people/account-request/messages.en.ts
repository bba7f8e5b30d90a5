import type { vi } from './messages.vi.ts';

export const en: Record<keyof typeof vi, string> = {
  'account_request.ask': 'Ask for an account',
  'account_request.approve': 'Give an account that was asked for',
  'account_request.refuse': 'Refuse an account that was asked for',
  'account_request.sweep': 'Sweep requests for accounts',
  'account_request.title': 'Ask for an account',
  'account_request.sub': 'For who works in mass mobilisation and has no account yet. The level above the unit answers.',
  'account_request.link': 'No account yet? Ask for one',
  'account_request.find_unit': 'The unit where you work',
  'account_request.find_help':
    'The name of a commune, ward, district or province, with or without marks. Example: tan hiep',
  'account_request.find': 'Find the unit',
  'account_request.found_none': 'No unit has such a name. Please try fewer letters.',
  'account_request.found_many': 'Only the first 50 units are shown; please type more of the name.',
  'account_request.other_unit': 'Choose another unit',
  'account_request.email_help': 'The invitation to open the account goes there.',
  'account_request.phone': 'Telephone number',
  'account_request.phone_help': 'At least one of the two is needed: mail address or telephone.',
  'account_request.phone_shape': 'A telephone number has 8 to 15 digits.',
  'account_request.contact_missing': 'Please give a mail address or a telephone number for the answer.',
  'account_request.role': 'Role wished for',
  'account_request.reason': 'Reason',
  'account_request.reason_help': 'Your post and task; who can confirm it.',
  'account_request.reason_missing': 'Please give a reason for the level above to consider.',
  'account_request.do_ask': 'Send the request',
  'account_request.sent': 'The request has arrived.',
  'account_request.sent_more':
    'The level above the unit answers within 14 days, by the mail address or telephone given. After that the request and what is in it are deleted.',
  'account_request.too_many': 'Many requests came within an hour. Please try again in {minutes} minutes.',
  'account_request.signed_in': 'You have an account and are signed in.',
  'account_request.list': 'Requests for accounts',
  'account_request.list_sub':
    'Who asks for an account at units under yours. The level above answers; each request once.',
  'account_request.empty': 'No request is waiting.',
  'account_request.empty_how':
    'People without an account ask for one from the sign-in page; what comes from the units under yours is shown here.',
  'account_request.until': 'answer before {until}',
  'account_request.approve_help':
    'Makes a person with this duty from today and sends an invitation to open the account.',
  'account_request.do_approve': 'Give the account',
  'account_request.do_refuse': 'Refuse',
  'account_request.answer': 'Reason for refusing',
  'account_request.answer_help': 'It is sent to who asked, if there is a mail address.',
  'account_request.answer_missing': 'Please give the reason for refusing.',
  'account_request.approved': 'The account is given; the invitation is on its way.',
  'account_request.refused': 'The request is refused.',
  'account_request.decided': 'Somebody has answered this request already, or it is too old.',
  'account_request.address_taken':
    'This mail address is that of somebody in the system. Give that person the duty, or refuse and say why.',
  'account_request.level_above': 'A request at a unit is answered by the level above that unit.',
  'account_request.letter_subject': 'Your request for a Khéo account',
  'account_request.letter_refused':
    'Dear {name},\n\nYour request for a Khéo account was not granted. The reason:\n\n{answer}\n\nYou may send a new request.\n',
  'account_request.letter_expired':
    'Dear {name},\n\nYour request for a Khéo account has had no answer for 14 days and is over. Please speak to your unit, or send a new request.\n',
};
