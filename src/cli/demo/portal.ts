import { sql } from 'kysely';
import type { WriteDb } from '#platform/server/context.ts';
import { formatNumber, formatRate } from '#platform/vietnamese.ts';
import { dice, shuffled } from './dice.ts';
import { insertRows, type Row } from './insert.ts';
import type { Model } from './model.ts';
import { type ArticleText, AUTHOR, CONFERENCE, FIGURES_HERE, RELATED } from './words/articles.ts';
import { LINKS } from './words/links.ts';

interface Figures {
  registered: number;
  recognised: number;
  previousRegistered: number;
  previousRecognised: number;
}

const FIGURE = 1;
/** When the figures of 2019 were made public. */
const AS_OF = '2020-02-21T17:00:00+07:00';
const DEFINITION = {
  definition_vi:
    'Đăng ký: mô hình đã gửi đăng ký ở cấp cơ sở trong năm, không tính mô hình rút hoặc hủy. Công nhận: mô hình đã đăng ký, đã thực hiện và có tên trong quyết định công nhận của năm đó. Số liệu mẫu.',
  definition_en:
    'Registered: submitted at commune level in the year, without those withdrawn or annulled. Recognised: registered, carried out, and named by a decision of that year. Sample data.',
};

/** News, links and, where there are models, the published figures counted from their rows. */
export async function writePortal(tx: WriteDb, published: readonly Model[]): Promise<void> {
  const figures = published.length > 0 ? await countedFigures(tx) : null;
  if (figures) await insertRows(tx, 'published_figure', [figureRow(figures)]);
  const texts = [CONFERENCE, ...RELATED];
  await insertRows(
    tx,
    'article',
    texts.map((text, at) => articleRow(text, at + 1, figures)),
  );
  await insertRows(
    tx,
    'article_initiative',
    texts.flatMap((text, at) => linkRows(text, at + 1, published)),
  );
  await insertRows(tx, 'directory_link', directoryRows());
}

async function countedFigures(tx: WriteDb): Promise<Figures> {
  const { rows } = await sql<{ year: number; registered: number; recognised: number }>`
    select c.year, sum(n.registered)::integer as registered, sum(n.recognised)::integer as recognised
    from registration_count n join cycle c on c.id = n.cycle_id
    where n.level = 'commune' and c.year in (2018, 2019) group by c.year order by c.year`.execute(tx);
  const [before, year] = rows as [(typeof rows)[0], (typeof rows)[0]];
  return {
    registered: year.registered,
    recognised: year.recognised,
    previousRegistered: before.registered,
    previousRecognised: before.recognised,
  };
}

function figureRow(figures: Figures): Row {
  return {
    id: FIGURE,
    cycle_id: 2,
    level: 'commune',
    as_of: AS_OF,
    registered: figures.registered,
    recognised: figures.recognised,
    previous_registered: figures.previousRegistered,
    previous_recognised: figures.previousRecognised,
    ...DEFINITION,
    published_at: `${CONFERENCE.publishedOn}T10:00:00+07:00`,
  };
}

function articleRow(text: ArticleText, id: number, figures: Figures | null): Row {
  const isMain = text === CONFERENCE;
  const paragraphs = text.paragraphs.flatMap((each) =>
    each === FIGURES_HERE ? (figures ? [sentence(figures)] : []) : [each],
  );
  return {
    id,
    slug: text.slug,
    category: 'news',
    title: text.title,
    lead: text.lead,
    body: paragraphs.join('\n\n'),
    author: AUTHOR,
    published_on: text.publishedOn,
    figure_id: isMain && figures ? FIGURE : null,
    read_count: text.reads,
    created_at: `${text.publishedOn}T10:00:00+07:00`,
  };
}

function sentence({ registered, recognised, previousRegistered }: Figures): string {
  const change = registered - previousRegistered;
  const rate = formatRate(Math.round((recognised / registered) * 1000) / 10, 'vi');
  const more = `${change < 0 ? 'giảm' : 'tăng'} ${formatNumber(Math.abs(change), 'vi')} mô hình so với năm 2018`;
  return `Năm 2019, toàn tỉnh đăng ký ${formatNumber(registered, 'vi')} mô hình cấp cơ sở, ${more}. Có ${formatNumber(recognised, 'vi')} mô hình được công nhận đạt cấp cơ sở, bằng ${rate} số đăng ký.`;
}

/** Only models with a full text are worth a reader's visit. */
function linkRows({ slug, links }: ArticleText, article_id: number, published: readonly Model[]): Row[] {
  return links.flatMap(([theme, count]) => {
    const able = published.filter(
      (model) => model.theme.key === theme && model.full && model.registrant.subject === 'collective',
    );
    const chosen = shuffled(able, dice('article', slug, theme)).slice(0, count);
    return chosen.map((model) => ({ article_id, initiative_id: model.id }));
  });
}

function directoryRows(): Row[] {
  const groups = Object.entries(LINKS).flatMap(([group_code, list]) =>
    list.map(([name, url], at) => ({ group_code, name, url, position: at + 1 })),
  );
  return groups.map((row, at) => ({ id: at + 1, ...row }));
}
