import { HOME_COMMUNE, HOME_DISTRICT, OTHER_COMMUNE } from './accounts.ts';
import { addDays, officeTime } from './days.ts';
import type { Row } from './insert.ts';
import type { Model } from './model.ts';
import { codeOf } from './rows.ts';
import { by, type Scene, servesToday } from './scene.ts';
import { ANSWERS, WISHES } from './words/work.ts';

/**
 * Requests to learn from published models: one waits for the home commune and one for the island's office, one of the registrant's
 * has a mentor and a day, one was declined.
 */
export function learningRows(scene: Scene): Row[] {
  const { today } = scene;
  const [office, island, registrant] = [by(scene, 'xa'), by(scene, 'huyen'), by(scene, 'dangky')];
  const [home, other, far] = [
    shown(scene, ({ place }) => place.code === HOME_COMMUNE),
    shown(scene, ({ place }) => place.code === OTHER_COMMUNE),
    shown(scene, ({ place }) => place.parent?.code === HOME_DISTRICT),
  ] as const;
  const asked = (by: typeof office, model: Model, wish: string, days: number) => {
    const { place } = servesToday(scene, by);
    return {
      initiative_id: model.id,
      code: codeOf(model),
      name: model.name,
      asker_unit_id: place.id,
      asker_registrant_id: by.registrant?.id ?? null,
      asker: by.registrant ? `${by.registrant.name}, ${place.name}` : place.name,
      wish,
      asked_by: by.id,
      asked_by_name: by.name,
      asked_at: officeTime(addDays(today, -days), 1, model.id),
      ...{ state: 'asked', mentor: '', visit_on: null as string | null, place: '', answer: '' },
      ...{ answered_by_name: null as string | null, answered_at: null as string | null },
    };
  };
  const answered = (days: number) => ({
    answered_by_name: by(scene, 'xa2').name,
    answered_at: officeTime(addDays(today, -days), 2, 20),
  });
  const [whyThere, whyIsland, howRules, howMoney] = WISHES;
  return [
    asked(island, home[0] as Model, whyThere, 3),
    asked(office, far[0] as Model, whyIsland, 2),
    {
      ...asked(registrant, other[0] as Model, howRules, 9),
      ...{ state: 'welcomed', mentor: 'Bà Thị Sa Rinh, tổ trưởng (tên mẫu)', visit_on: addDays(today, 6) },
      ...{ place: `Nhà văn hóa ${other[0]?.registrant.at ?? ''}, 8 giờ`, answer: ANSWERS.welcome },
      ...answered(6),
    },
    { ...asked(office, other[1] as Model, howMoney, 30), state: 'declined', answer: ANSWERS.decline, ...answered(26) },
  ].map((row, at) => ({ id: at + 1, ...row }));
}

/** Published models of collectives of 2019. */
function shown({ entries }: Scene, at: (model: Model) => boolean): Model[] {
  const models = entries.flatMap(({ model }) =>
    model.publishedOn && model.registrant.subject === 'collective' && at(model) ? [model] : [],
  );
  return [...new Set(models)];
}
