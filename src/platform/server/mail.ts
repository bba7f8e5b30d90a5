import nodemailer from 'nodemailer';
import { type Mail, settings } from './settings.ts';

export interface Letter {
  to: string;
  subject: string;
  /** Plain text, as the only form: nothing in it can run, load or hide. */
  text: string;
  /** What this letter is, for a second try at it to be known as the same: mail servers and readers fold doubles by it. */
  id?: string;
}

/** Whether this place sends letters at all. */
export function mailIsOn(): boolean {
  return settings().mail !== undefined;
}

/** An address of this site for who is elsewhere: from the settings, never from what a request says of itself. */
export function addressOf(path: string): string {
  const { origin, port } = settings();
  return new URL(path, origin ?? `http://localhost:${port}`).href;
}

const SECONDS = 1000;

/** Gives one letter to the mail server; throws when it does not take it. Called by jobs, which try again. */
export async function sendLetter(letter: Letter, via: Mail | undefined = settings().mail): Promise<void> {
  if (!via) throw new Error('MAIL_URL is not set: no letters are sent from here');
  const transport = nodemailer.createTransport(via.url, {
    connectionTimeout: 10 * SECONDS,
    greetingTimeout: 10 * SECONDS,
    socketTimeout: 30 * SECONDS,
    // What a letter names is text, never a file or an address to be fetched.
    disableFileAccess: true,
    disableUrlAccess: true,
  } as object);
  try {
    await transport.sendMail({
      from: via.from,
      to: { name: '', address: letter.to },
      subject: letter.subject,
      text: letter.text,
      ...(letter.id && { messageId: `<${letter.id}@${new URL(addressOf('/')).hostname}>` }),
    });
  } finally {
    transport.close();
  }
}
