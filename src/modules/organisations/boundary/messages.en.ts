import type { vi } from './messages.vi.ts';

export const en: Record<keyof typeof vi, string> = {
  'unit.boundaries': 'Read in boundaries of units',
  'unit.boundaries.file': 'The file must be GeoJSON (a FeatureCollection) of at most 20,000 features, 20 MB at most.',
  'unit.boundaries.code': 'Feature {feature} ({label}): {unit}, by its code.',
  'unit.boundaries.name': 'Feature {feature} ({label}): {unit}, by its name.',
  'unit.boundaries.unknown': 'Feature {feature} ({label}): no unit bears this code or name on that day.',
  'unit.boundaries.ambiguous': 'Feature {feature} ({label}): several units bear this name; give the code.',
  'unit.boundaries.doubled': 'Feature {feature} ({label}): {unit} has a feature further up.',
  'unit.boundaries.type': 'Feature {feature} ({label}): the shape must be a Polygon or a MultiPolygon.',
  'unit.boundaries.rings': 'Feature {feature} ({label}): a ring is not closed, lacks points or is too small.',
  'unit.boundaries.range':
    'Feature {feature} ({label}): coordinates must be longitude and latitude in degrees (WGS 84), not metres.',
  'unit.boundaries.many': 'Feature {feature} ({label}): too many points (at most 50,000 points, 5,000 rings).',
};
