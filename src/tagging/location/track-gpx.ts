import type { StandingLocation } from './location-book.ts';

/**
 * A track as GPX 1.1 (topografix.com/GPX/1/1), whose positions are WGS-84 by definition. The time of a point that has none
 * is left out. Pure.
 */
export function gpxText(evidence: string, { data, points }: StandingLocation): string {
  const about = `source ${data.source}; ${data.fixes} fixes, ${points.length} points within ${data.withinMeters} m`;
  const lines = points.map(({ longitude, latitude, at }) => {
    const place = `lat="${latitude.toFixed(7)}" lon="${longitude.toFixed(7)}"`;
    return at === null ? `      <trkpt ${place}/>` : `      <trkpt ${place}><time>${at}</time></trkpt>`;
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<gpx version="1.1" creator="Docket" xmlns="http://www.topografix.com/GPX/1/1">',
    '  <trk>',
    `    <name>${escaped(evidence)}</name>`,
    `    <desc>${escaped(about)}</desc>`,
    '    <trkseg>',
    ...lines,
    '    </trkseg>',
    '  </trk>',
    '</gpx>',
    '',
  ].join('\n');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
