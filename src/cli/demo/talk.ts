import { addDays } from './days.ts';
import { stateOf } from './entries.ts';
import type { Row } from './insert.ts';
import { by, provinceOf, running, type Scene, servesToday } from './scene.ts';
import { ABOUT_RETURN, ABOUT_VISIT, type Said } from './words/talk.ts';

/** What is said of two models: a thread about one that came back, and a word of the province's to another commune's office. */
export function talk(scene: Scene): { comments: Row[]; mentions: Map<number, Row[]> } {
  const registrant = by(scene, 'dangky').registrant;
  const returned = scene.entries.find(
    (each) => each.cycle === scene.cycle && each.model.registrant === registrant && stateOf(each) === 'returned',
  );
  const { place } = servesToday(scene, by(scene, 'huyen'));
  const [far] = running(scene, 'commune', 'accepted').filter(
    ({ model }) => model.place === place || model.place.parent === place,
  );
  const threads: [model: number | undefined, said: readonly Said[]][] = [
    [returned?.model.id, ABOUT_RETURN],
    [far?.model.id, ABOUT_VISIT],
  ];
  const all = threads.flatMap(([model, thread]) =>
    model === undefined ? [] : thread.map((said, turn) => ({ model, said, turn })),
  );
  const comments = all.map(({ model, said, turn }, at) => ({
    id: at + 1,
    initiative_id: model,
    visibility: said.to,
    unit_id: said.to === 'body' ? provinceOf(scene).id : null,
    text: said.text,
    author_id: by(scene, said.by).id,
    author_name: by(scene, said.by).name,
    at: spoken(scene, turn),
    earlier: [],
  }));
  const mentions = all.flatMap(({ said, turn }, at) =>
    (said.names ?? []).map((username) => ({
      author: by(scene, said.by).id,
      row: {
        comment_id: at + 1,
        person_id: by(scene, username).id,
        person_name: by(scene, username).name,
        read_at: said.read ? spoken(scene, turn + 1) : null,
      },
    })),
  );
  const grouped = Map.groupBy(mentions, ({ author }) => author);
  return { comments, mentions: new Map([...grouped].map(([author, each]) => [author, each.map(({ row }) => row)])) };
}

/** Yesterday afternoon, one after the other. */
const spoken = ({ today }: Scene, turn: number) =>
  `${addDays(today, -1)}T${14 + Math.floor(turn / 6)}:${String((turn % 6) * 9 + 4).padStart(2, '0')}:00+07:00`;
