import { viewOf } from '#modules/initiatives/view/rules.ts';
import type { Row } from './insert.ts';
import { by, provinceOf, type Scene } from './scene.ts';

/** Looks at the list that people of the demo have saved, one of them for everybody of the office. */
export function viewRows(scene: Scene): Row[] {
  const { cycle, today } = scene;
  const saved: [username: string, shared: boolean, name: string, address: string][] = [
    [
      'tinh',
      true,
      'Chờ Ban Chỉ đạo quyết định (mẫu)',
      `state=proposed&level=province&columns=registrant,unit,field,since`,
    ],
    ['tinh', false, 'Mô hình kinh tế đang thực hiện (mẫu)', 'state=accepted&field=1&level=commune&columns=unit,since'],
    ['xa', false, 'Đã trả lại, chưa gửi lại (mẫu)', 'state=returned&level=commune&columns=registrant,since'],
    [
      'huyen',
      false,
      'Chờ thẩm định, lâu nhất trước (mẫu)',
      'state=self_assessed&sort=submitted&columns=registrant,field',
    ],
    [
      'uyvien',
      false,
      'Chờ thẩm định cấp tỉnh (mẫu)',
      'state=self_assessed&level=province&columns=registrant,unit,field',
    ],
    ['hoi', false, 'Mô hình của Hội đang thực hiện (mẫu)', 'state=accepted&columns=registrant,unit,since'],
  ];
  return saved.map(([username, shared, name, address], at) => ({
    id: at + 1,
    person_id: by(scene, username).id,
    unit_id: shared ? provinceOf(scene).id : null,
    name,
    address: viewOf(new URLSearchParams(`cycle=${cycle.id}&${address}`)),
    is_default: false,
    saved_at: `${today}T00:10:00+07:00`,
  }));
}
