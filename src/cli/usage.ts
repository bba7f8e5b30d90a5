/** Runs what reads a command's arguments; a wrong one is told in one sentence, with how the command is called. */
export function orUsage<T>(usage: string, work: () => T): T {
  try {
    return work();
  } catch (failure) {
    throw new Error(`${(failure as Error).message.split('. ')[0]}. ${usage}`);
  }
}
