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
