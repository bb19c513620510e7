// How the API's constants read on the page.

export const POLARITIES = ['SUPPORT', 'OPPOSE', 'MIXED', 'NEUTRAL'];

/** Each polarity has a colour, a shape and an underline of its own (see style.css), so that colour is never needed. */
export const GLYPHS = { SUPPORT: '▲', OPPOSE: '▼', MIXED: '◆', NEUTRAL: '●' };

export const LEANS = { SUPPORT: 'supports', OPPOSE: 'opposes', MIXED: 'is of two minds about', NEUTRAL: 'is neutral on' };

export const POLARITY_NAMES = { SUPPORT: 'Support', OPPOSE: 'Oppose', MIXED: 'Mixed', NEUTRAL: 'Neutral' };

export const STATES = {
  PENDING: 'waiting',
  LEASED: 'being read',
  ANALYSED: 'analysed',
  FAILED: 'failed',
};

/** `RED_LINE` → `red line` */
export const plain = (constant) => constant.toLowerCase().replaceAll('_', ' ');

/** "Kremlin opposes NATO enlargement" */
export const sentence = (stance) => `${stance.holder.name} ${LEANS[stance.polarity] ?? 'on'} ${stance.target.name}`;

/** Who says so. */
export function attribution({ kind, speaker, quoted, medium }, holder) {
  const how = (quoted ? ', quoted' : '') + (medium ? ` (${medium})` : '');
  const other = speaker && speaker.name !== holder.name ? speaker.name : null;
  if (kind === 'SELF') return `in its own words${other ? `, through ${other}` : ''}${how}`;
  if (kind === 'REPORTED') return `according to ${other ?? 'somebody named'}${how}`;
  return `reported by the author${how}`;
}
