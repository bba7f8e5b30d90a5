import { type Argon2Parameters, argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

const derive = promisify(argon2) as (algorithm: 'argon2id', parameters: Argon2Parameters) => Promise<Buffer>;

// 50 to 100 ms on the machines this was measured on: dear for who guesses, not felt by who signs in. Old hashes keep theirs.
const COST = { memory: 19_456, passes: 3 };
const PHC = /^\$argon2id\$v=19\$m=(\d{1,7}),t=(\d{1,2}),p=1\$([A-Za-z0-9+/]{11,86})\$([A-Za-z0-9+/]{22,86})$/;

/** A password as a PHC string `$argon2id$v=19$m=…,t=…,p=1$salt$hash`, with a fresh salt. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const hash = await digest(password, salt, COST.memory, COST.passes, 32);
  return `$argon2id$v=19$m=${COST.memory},t=${COST.passes},p=1$${plain64(salt)}$${plain64(hash)}`;
}

/** True when `password` made `stored`; without a stored hash the same work is done and the answer is no. */
export async function verifyPassword(password: string, stored: string | undefined): Promise<boolean> {
  const match = PHC.exec(stored ?? '');
  if (!match) {
    await digest(password, Buffer.alloc(16), COST.memory, COST.passes, 32);
    return false;
  }
  const [memory, passes] = [Number(match[1]), Number(match[2])];
  const wanted = Buffer.from(match[4]!, 'base64');
  const found = await digest(password, Buffer.from(match[3]!, 'base64'), memory, passes, wanted.length);
  return timingSafeEqual(found, wanted);
}

// NFC, since two keyboards may send the same Vietnamese letter as different bytes.
function digest(password: string, nonce: Buffer, memory: number, passes: number, tagLength: number): Promise<Buffer> {
  return derive('argon2id', { message: password.normalize('NFC'), nonce, parallelism: 1, memory, passes, tagLength });
}

function plain64(bytes: Buffer): string {
  return bytes.toString('base64').replaceAll('=', '');
}
