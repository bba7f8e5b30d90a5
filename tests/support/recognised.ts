import { recogniseBatch } from '../../src/modules/decisions/decision/server/actions.ts';
import { type Cast, cycles, units } from './cast.ts';
import { leadTo, send } from './initiatives.ts';

let made = 0;

/** A model of the cast's commune that its committee has recognised, and the registration that was; decided on 1 March 2026. */
export async function recognised(cast: Cast, name: string): Promise<{ id: number; registrationId: number }> {
  made += 1;
  const { registrationIds, initiativeId } = await send(cast, 'registrant', { name });
  const registrationId = registrationIds[0] as number;
  await leadTo(cast, registrationId, 'proposed');
  const [row] = await cast.asOwner<{ version: number }>('select version from registration where id = $1', [
    registrationId,
  ]);
  await recogniseBatch(cast.contextFor('commune_officer'), {
    number: `${made}-QĐ/DT`,
    decidedOn: '01/03/2026',
    signer: 'Người ký mẫu',
    signerPost: '',
    cycleId: cycles.current,
    level: 'commune',
    unitId: units.commune,
    picks: [{ id: registrationId, version: row?.version as number }],
  });
  return { id: initiativeId, registrationId };
}
