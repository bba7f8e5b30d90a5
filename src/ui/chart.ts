import type { ColumnGroup } from './types.ts';

export type DrawnColumn = {
  x: number;
  width: number;
  middle: number;
  y: number;
  height: number;
  series: number;
  text: string;
};
export type Drawing = {
  columns: DrawnColumn[];
  labels: { x: number; text: string; spare: boolean }[];
  floor: number;
  roof: number;
};

/** The smallest of 1, 2, 2.5, 5 × 10ⁿ that no value exceeds: the top of the axis. */
export function ceiling(groups: ColumnGroup[]): number {
  const highest = Math.max(0, ...groups.flatMap((group) => group.values.map((value) => value ?? 0)));
  if (highest === 0) return 1;
  const power = 10 ** Math.floor(Math.log10(highest));
  const step = [1, 2, 2.5, 5, 10].find((one) => one * power >= highest) ?? 10;
  return step * power;
}

/** Places columns: x and widths in percent of the picture, heights in px, so that type keeps its size on any screen. */
export function layColumns(groups: ColumnGroup[], series: number, top: number, height: number): Drawing {
  const floor = height - 26;
  const roof = 24;
  const room = 100 / Math.max(1, groups.length);
  const width = Math.min((room * 0.68) / Math.max(1, series), 14);
  const columns = groups.flatMap((group, g) =>
    group.values.flatMap((value, s) => {
      if (value === null) return [];
      const x = room * (g + 0.5) + width * (s - series / 2);
      const tall = (Math.max(0, value) / top) * (floor - roof);
      // Two series touch without a seam, so each column gives a little of its width.
      const drawn = width * 0.94;
      return [
        {
          x: round(x),
          width: round(drawn),
          middle: round(x + drawn / 2),
          y: round(floor - tall),
          height: round(tall),
          series: s,
          text: group.texts[s] ?? '',
        },
      ];
    }),
  );
  const every = Math.ceil(groups.length / 6);
  const labels = groups.map((group, g) => ({
    x: round(room * (g + 0.5)),
    text: group.label,
    spare: (groups.length - 1 - g) % every !== 0,
  }));
  return { columns, labels, floor, roof };
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
