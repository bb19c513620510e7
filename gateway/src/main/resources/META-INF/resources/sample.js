// A made-up piece of news to try the page with.

export const SAMPLE = {
  title: 'Talks on grain corridor hang on a condition',
  date: '2025-03-18',
  text: `Russia is ready to return to talks on the grain corridor, provided that sanctions on its agricultural bank are lifted, Kremlin spokesman Dmitry Peskov said on Tuesday. “We welcome the mediation of Türkiye,” he told reporters.

Kyiv rejected the demand within hours. Ukraine's foreign minister warned that any easing of sanctions would reward aggression, but said his country supports a ceasefire at sea.

The European Union condemned the latest strikes on the port of Odesa. China declined to comment. Washington is cautiously optimistic about the negotiations 🌾, a State Department official said, while Hungary again opposes new sanctions against Moscow.`,
};
