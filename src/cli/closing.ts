import { readFileSync } from 'node:fs';

type Step = () => unknown;

/** npm hands Ctrl-C on to a child that has heard it from the terminal already: what comes this soon is the same press. */
const SAME_PRESS_MS = 500;

/** What was opened, closed in the opposite order: at a signal, at a failure, or when the work is done; once. */
export type Closing = {
  add(close: Step): void;
  close(): Promise<void>;
  /** Whether a signal asked to end: what fails from then on is no news. */
  asked(): boolean;
};

/**
 * Closes at Ctrl-C, at a request to end, and when the npm that started us is gone; a second Ctrl-C ends at once.
 * `exitCode` says what to end with.
 */
export function closingAtSignals(exitCode: () => number): Closing {
  const steps: Step[] = [];
  let closed: Promise<void> | undefined;
  let askedAt: number | undefined;
  const close = () => {
    closed ??= closeAll(steps);
    return closed;
  };
  const leave = () => {
    if (askedAt !== undefined) {
      if (performance.now() - askedAt > SAME_PRESS_MS) process.exit(130);
      return;
    }
    askedAt = performance.now();
    void close().finally(() => process.exit(exitCode()));
  };
  process.on('SIGINT', leave).on('SIGTERM', leave);
  if (!hangUpIsIgnored()) process.on('SIGHUP', leave);
  leaveWithNpm(leave);
  return { add: (step) => steps.push(step), close, asked: () => askedAt !== undefined };
}

/** Never returns: from here on a signal ends the process. */
export function untilEnded(): Promise<never> {
  return new Promise(() => {});
}

async function closeAll(steps: Step[]): Promise<void> {
  for (const step of steps.reverse()) {
    try {
      await step();
    } catch {
      // The rest must still be closed; what failed here was ending anyhow.
    }
  }
}

/** Under nohup a closed terminal is no reason to end; listening would undo what nohup asked for. */
function hangUpIsIgnored(): boolean {
  try {
    const ignored = /^SigIgn:\s*([0-9a-f]+)$/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1] ?? '0';
    return (BigInt(`0x${ignored}`) & 1n) === 1n;
  } catch {
    return false;
  }
}

/** A killed npm cannot tell us; without this its server would stay behind and hold the port. */
function leaveWithNpm(leave: () => void): void {
  if (process.env.npm_lifecycle_event !== 'start') return;
  const npm = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === npm) return;
    clearInterval(watch);
    leave();
  }, 500);
  watch.unref();
}
