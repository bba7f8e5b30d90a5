import { job } from '#platform/server/jobs.ts';
import { readWaiting } from './actions-pieces.ts';

/** Reads a large file that an office has sent. */
export const readLargeList = job<{ id: number }>('large_list.read', (ctx, { id }) => readWaiting(ctx, id));
