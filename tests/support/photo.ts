import { Transformer } from '@napi-rs/image';

/** A photograph as a telephone makes it: lying on its side, with the place where it was taken written beside it. */
export async function photo(place: { latitude: number; longitude: number }, side = 640): Promise<Buffer> {
  const pixels = new Uint8Array(side * (side / 2) * 4).map((_, at) => (at % 4 === 3 ? 255 : (at * 7) % 251));
  const plain = await Transformer.fromRgbaPixels(pixels, side, side / 2).jpeg(80);
  return Buffer.concat([plain.subarray(0, 2), exifOf(place), plain.subarray(2)]);
}

const [SHORT, LONG, ASCII, RATIONAL] = [3, 4, 2, 5];

/** The segment of a JPEG that holds orientation and place, as TIFF lays them out. */
function exifOf({ latitude, longitude }: { latitude: number; longitude: number }): Buffer {
  const tiff = Buffer.alloc(148);
  tiff.write('II*\0', 0, 'latin1');
  tiff.writeUInt32LE(8, 4);
  const entry = (at: number, tag: number, type: number, count: number, value: number) => {
    tiff.writeUInt16LE(tag, at);
    tiff.writeUInt16LE(type, at + 2);
    tiff.writeUInt32LE(count, at + 4);
    tiff.writeUInt32LE(value, at + 8);
  };
  tiff.writeUInt16LE(2, 8);
  entry(10, 0x0112, SHORT, 1, 6);
  entry(22, 0x8825, LONG, 1, 40);
  tiff.writeUInt16LE(4, 40);
  entry(42, 1, ASCII, 2, 'N'.charCodeAt(0));
  entry(54, 2, RATIONAL, 3, 100);
  entry(66, 3, ASCII, 2, 'E'.charCodeAt(0));
  entry(78, 4, RATIONAL, 3, 124);
  for (const [at, degrees] of [
    [100, latitude],
    [124, longitude],
  ] as const) {
    const minutes = (degrees % 1) * 60;
    const parts = [Math.floor(degrees), 1, Math.floor(minutes), 1, Math.round((minutes % 1) * 6000), 100];
    parts.forEach((part, i) => {
      tiff.writeUInt32LE(part, at + i * 4);
    });
  }
  const body = Buffer.concat([Buffer.from('Exif\0\0'), tiff]);
  const head = Buffer.from([0xff, 0xe1, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
}
