import type { vi } from './messages.vi.ts';

export const en: Record<keyof typeof vi, string> = {
  'article.news': 'News',
  'article.latest': 'Latest news',
  'article.all': 'All news',
  'article.description': 'News of the “Dân vận khéo” emulation movement: work, people, and figures with their source.',
  'article.read_times': 'read {count} {count|time|times}',
  'article.names_models': 'names {count} {count|model|models}',
  'article.posted_on': 'Posted: {day}',
  'article.read_count': 'Read {count} {count|time|times}',
  'article.named': 'Models named here',
  'article.related': 'Related news',
  'article.none': 'No news yet',
  'article.none_text': 'News will appear here once it is posted.',
  'article.none_here': 'No more news on this page',
  'article.page': '{from}–{to} of {count} {count|item|items}',
  'article.missing': 'There is no such news item, or it is not posted yet.',

  'article.figure_caption': 'Figures of {year}, {level}',
  'article.figure_change': 'Change',
  'article.figure_registered': 'Models registered',
  'article.figure_recognised': 'Models recognised',
  'article.figure_rate': 'Share recognised',
  'article.figure_points': '{points} points',
  'article.figure_level.commune': 'grassroots level',
  'article.figure_level.district': 'district level',
  'article.figure_level.province': 'provincial level',
  'article.figure_source': 'Source: the movement’s registers, as they stood on {moment}.',
  'article.as_of': 'As of {moment}',
  'article.how_counted': 'how it is counted',

  'article.figures': 'Figures',
  'article.figures_title': 'How the published figures are counted',
  'article.figures_description':
    'Models registered and recognised, the share, the moment, and how each figure is counted.',
  'article.figures_none': 'No figures published yet',
  'article.figures_none_text':
    'Figures will appear here, with their moment and how they are counted, once they are published.',
  'article.how': 'How it is counted',
  'article.how_rate': 'The share recognised is the models recognised divided by the models registered, to one decimal.',
  'article.how_frozen':
    'The figures were frozen at the moment named above and have not changed since; what was sent late or withdrawn afterwards does not alter them.',
  'article.how_public':
    'Recognised is not yet published: the page Models holds only what has been published, so there may be fewer of them than were recognised.',
  'article.where': 'Read on',
  'article.in_news': 'The news that published these figures',
  'article.models_of_year': 'The models of {year}',
};
