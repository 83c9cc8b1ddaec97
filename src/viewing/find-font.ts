import { access } from 'node:fs/promises';
import type { MarkFont } from './mark.ts';

/** Where Debian's packages put them, the plainest first. */
const known: readonly MarkFont[] = [
  ...[
    '/usr/share/fonts/truetype/wqy/wqy-microhei.ttc',
    '/usr/share/fonts/truetype/wqy/wqy-zenhei.ttc',
    '/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc',
    '/usr/share/fonts/truetype/arphic/uming.ttc',
  ].map((path) => ({ path, chinese: true })),
  { path: '/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf', chinese: false },
  { path: '/usr/share/fonts/truetype/liberation/LiberationSans-Regular.ttf', chinese: false },
];

/** The font to burn in with. @param chosen a file that the unit has named; it is said to have Chinese characters */
export async function findFont(chosen: string | null): Promise<MarkFont | null> {
  const candidates = chosen === null ? known : [{ path: chosen, chinese: true }, ...known];
  for (const font of candidates) {
    const there = await access(font.path).then(
      () => true,
      () => false,
    );
    if (there) return font;
  }
  return null;
}
