import { parseArgs } from 'node:util';
import { settings } from '#platform/server/settings.ts';
import { type DemoAccount, KNOWN_PASSWORD, toldAccounts } from './demo/accounts.ts';
import { type DemoOptions, loadDemo as load, type Say } from './demo/load.ts';
import { theProvince } from './demo/province.ts';
import { demoFacts } from './demo/state.ts';
import type { Run } from './run.ts';
import { orUsage } from './usage.ts';
import { withDatabase } from './with-database.ts';

export const USAGE = './bin/kheo demo [--without-registrations] [--again] [--json]';

/** What this process has loaded: random passwords are known nowhere else. */
let loaded: DemoAccount[] | undefined;

/** `kheo demo [--without-registrations] [--again]`: progress on standard error, the accounts on standard output. */
export const run: Run = async (args, io) => {
  const taken = {
    'without-registrations': { type: 'boolean' },
    again: { type: 'boolean' },
    json: { type: 'boolean' },
  } as const;
  const { values } = orUsage(USAGE, () => parseArgs({ args, options: taken }));
  const options = { withoutRegistrations: values['without-registrations'] === true, again: values.again === true };
  return await withDatabase(async (url) => {
    await loadDemo(url, io.say, options);
    if (values.json) io.answer(JSON.stringify({ accounts: (await accountsOf(url)).accounts.map(asAnswer) }));
    else io.answer((await demoGreeting(url)).join('\n'));
    return 0;
  }, io.say);
};

/** Loads the demo as the settings ask: their clock, and random passwords where others than this machine may sign in. */
export async function loadDemo(url: string, say: Say = () => {}, options: DemoOptions = {}): Promise<void> {
  const { host, now } = settings();
  const passwords = ['127.0.0.1', '::1', 'localhost'].includes(host) ? 'known' : 'random';
  const told: Say = (line, share) =>
    say(`Demo province ${String(Math.round(share * 100)).padStart(3)} %: ${line}`, share);
  const { accounts } = await load(url, told, { passwords, ...(now && { now }), ...options });
  loaded = accounts;
}

/** What to say of the demo beside the site's address: its accounts, and that an older one can be loaded anew. */
export async function demoGreeting(url: string): Promise<string[]> {
  const { state, accounts } = await accountsOf(url);
  if (state === 'absent') return [];
  const older = 'This demo is of an older version; ./bin/kheo demo --again empties it and loads it anew.';
  const printed = 'Their passwords were made by chance and printed once, when the demo was loaded.';
  return [
    'The demo province (sample data) has these accounts:',
    ...accounts.map(line),
    ...(accounts.some((account) => account.password === '') ? [printed] : []),
    ...(state === 'older' ? [older] : []),
  ];
}

async function accountsOf(url: string) {
  const { state, passwords, tree } = await demoFacts(url);
  const known = passwords === 'known' ? KNOWN_PASSWORD : '';
  return { state, accounts: loaded ?? (state === 'absent' ? [] : toldAccounts(theProvince().people, known, tree)) };
}

const asAnswer = ({ username, password, role, unitName: unit }: DemoAccount) => ({ username, password, role, unit });

function line({ username, password, roleVi, roleEn, unitName }: DemoAccount): string {
  return `  ${username.padEnd(9)} ${password.padEnd(17)} ${roleVi} / ${roleEn}: ${unitName}`;
}
