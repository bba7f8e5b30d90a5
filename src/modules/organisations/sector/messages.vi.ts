/** Sector systems: the second line beside the territory. */
export const vi = {
  'sector.ensure': 'Ghi các hệ thống',
} as const;
