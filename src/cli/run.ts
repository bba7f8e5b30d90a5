/** Where a command speaks: its answer on standard output, everything else on standard error. */
export type Io = { answer(text: string): void; say(text: string): void };

/** A command's file exports this: the arguments after its name in, the exit code out. */
export type Run = (args: string[], io: Io) => Promise<number>;
