import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import pg from 'pg';

type Say = (line: string) => void;

/**
 * Fills a place in which nobody has an account: with the demo province, or, without it, with nothing but a one-time code
 * for the first visitor. Both fill in one transaction, so a filling cut short begins anew at the next start.
 * Returns what gives the greeting's lines about who may sign in, to be asked once the site answers: it takes its time.
 * The database is that of the settings.
 */
export async function fillIfEmpty(url: string, demo: boolean, say: Say): Promise<() => Promise<string[]>> {
  const isEmpty = await hasNoAccount(url);
  if (demo && isEmpty) {
    const { code, answer, said } = await inOwnProcess(['demo'], say);
    if (code === 0) return async () => answer;
    // Of two first starts at once one loads, and the other finds it done.
    if (await hasNoAccount(url)) throw new Error(`${said}\nThe demo could not be loaded: see above.`);
  }
  if (!demo && isEmpty) {
    const { prepareEmpty } = await import('./setup.ts');
    const code = await prepareEmpty(url);
    return async () => [
      `Nobody has an account yet. Create the administrator in the browser with this one-time code: ${code}`,
      'Each start makes a new code: one that was printed before no longer works.',
    ];
  }
  return async () => {
    const { demoGreeting } = await import('./demo.ts');
    return await demoGreeting(url);
  };
}

async function hasNoAccount(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rowCount } = await client.query('select from account limit 1');
    return rowCount === 0;
  } finally {
    await client.end();
  }
}

/**
 * Runs a command apart, so that the memory of this much work ends with it: its exit code, the lines of its answer, and what it
 * said beside its progress, which is passed on at once.
 */
async function inOwnProcess(args: string[], say: Say): Promise<{ code: unknown; answer: string[]; said: string }> {
  const main = resolve(import.meta.dirname, 'main.ts');
  const child = spawn(process.execPath, [main, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  const end = () => child.kill();
  process.once('exit', end);
  let [answer, said] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    answer += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    if (text.startsWith('Demo province')) say(text.trimEnd());
    else said += text;
  });
  const code = await new Promise((done, failed) => child.once('error', failed).once('close', done));
  process.off('exit', end);
  return { code, answer: answer.trimEnd().split('\n'), said: said.trimEnd() };
}
