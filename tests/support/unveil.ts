import { PARTS } from '../../src/modules/initiatives/registration/schema.ts';
import type { Cast } from './cast.ts';

/** Takes a holder's word out of everything that a published decision shows. */
export async function unveil(
  cast: Cast,
  { initiativeId }: { initiativeId: number },
  decisionId: number,
): Promise<void> {
  const texts = PARTS.map((part) => `${part} = replace(${part}, 'zq', 'công khai ')`).join(', ');
  await cast.asOwner(`update initiative_version set ${texts} where initiative_id = $1`, [initiativeId]);
  await cast.asOwner(
    `update initiative set name = replace(name, 'zq', 'công khai '), public_registrant = 'Chi hội' where id = $1`,
    [initiativeId],
  );
  await cast.asOwner(
    `update decision set number = replace(number, 'zq', ''), signer = '', signer_post = '' where id = $1`,
    [decisionId],
  );
}
