import { parseArgs } from 'node:util';

/** Whether a command that takes nothing else is asked for JSON; whatever else follows its name is refused. */
export function onlyJson(usage: string, args: string[]): boolean {
  const { values } = orUsage(usage, () => parseArgs({ args, options: { json: { type: 'boolean' } } }));
  return values.json === true;
}

/** Refuses whatever follows the name of a command that takes nothing. */
export function takesNothing(usage: string, args: string[]): void {
  orUsage(usage, () => parseArgs({ args, options: {} }));
}

/** Runs what reads a command's arguments; a wrong one is told in one sentence, with how the command is called. */
export function orUsage<T>(usage: string, work: () => T): T {
  try {
    return work();
  } catch (failure) {
    throw new Error(`${(failure as Error).message.split('. ')[0]}. ${usage}`);
  }
}

/** The movement that a command means, by the number that stands in the address of its page; nothing where none is named. */
export function movementIn(given: string | undefined): number | undefined {
  if (given !== undefined && !/^[1-9]\d{0,8}$/.test(given))
    throw new Error(`--movement must be a number, not "${given}".`);
  return given === undefined ? undefined : Number(given);
}
