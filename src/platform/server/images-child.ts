import { buffer } from 'node:stream/consumers';
import { serialize } from 'node:v8';
import { ResizeFit, Transformer } from '@napi-rs/image';
import { imageSize } from 'image-size';
import type { CleanImage, ImageLimits } from './images.ts';

// Started by images.ts, one process for one picture: what a hostile one can waste dies with it.
const limits = JSON.parse(process.argv[2] as string) as ImageLimits;
const answer = await buffer(process.stdin)
  .then(clean)
  .catch(() => null);
process.stdout.write(serialize(answer));

/** Drawn anew, upright: of what the camera wrote beside the picture nothing is left. */
async function clean(bytes: Buffer): Promise<CleanImage | null> {
  const { width, height, type } = imageSize(bytes);
  // By its own head, before a byte of it is unpacked.
  if (!(width > 0 && height > 0 && width * height <= limits.pixels)) return null;
  const { exif } = await new Transformer(bytes).metadata(true);
  const drawn = (side: number) => {
    const upright = new Transformer(bytes).rotate();
    return Math.max(width, height) > side ? upright.resize(side, side, undefined, ResizeFit.Inside) : upright;
  };
  const isPng = type === 'png';
  const image = isPng ? await drawn(limits.side).png() : await drawn(limits.side).jpeg(82);
  const size = imageSize(image);
  return {
    bytes: image,
    type: isPng ? 'image/png' : 'image/jpeg',
    width: size.width,
    height: size.height,
    preview: await drawn(limits.preview).jpeg(74),
    place: placeIn(exif ?? {}),
  };
}

/** Where the camera says that it stood, in degrees; nothing if it does not say or says what cannot be. */
function placeIn(exif: Record<string, string>): CleanImage['place'] {
  const degrees = (name: string) => {
    const [, d, m, s, side] = /^(\d+)°(\d+)'([\d.]+)" ?([NSEW])?$/.exec(exif[`GPS ${name}`] ?? '') ?? [];
    if (d === undefined) return Number.NaN;
    const value = Number(d) + Number(m) / 60 + Number(s) / 3600;
    return (side ?? exif[`GPS ${name} ref`]) === (name === 'latitude' ? 'S' : 'W') ? -value : value;
  };
  const [latitude, longitude] = [degrees('latitude'), degrees('longitude')];
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 ? { latitude, longitude } : null;
}
