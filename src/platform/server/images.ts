import { askedApart } from './apart.ts';

/** A picture drawn anew: its bytes carry nothing but the picture; sides in pixels. */
export interface CleanImage {
  bytes: Uint8Array;
  type: 'image/jpeg' | 'image/png';
  width: number;
  height: number;
  /** A small JPEG of it. */
  preview: Uint8Array;
  /** Where the camera says that it stood, in degrees. */
  place: { latitude: number; longitude: number } | null;
}

export type ImageLimits = typeof LIMITS;
const LIMITS = {
  /** A telephone takes 12 to 50 million. */
  pixels: 60_000_000,
  /** The longer side of what is kept, and of its small picture. */
  side: 2560,
  preview: 480,
  seconds: 30,
};

// Unpacked, a picture takes a hundred megabytes and more: one at a time.
let last: Promise<unknown> = Promise.resolve();

/** A JPEG, PNG or WebP drawn anew in a process of its own, upright and no longer than 2560 pixels; null for what cannot be drawn. */
export function cleanImage(bytes: Uint8Array, limits: Partial<ImageLimits> = {}): Promise<CleanImage | null> {
  const all = { ...LIMITS, ...limits };
  const mine = last.then(() =>
    askedApart<CleanImage | null>('images-child.ts', [JSON.stringify(all)], bytes, {
      seconds: all.seconds,
      heapMb: 200,
    }),
  );
  last = mine.catch(() => {});
  return mine;
}
