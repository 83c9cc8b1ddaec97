import type { Config } from '../../config.ts';
import { confinementHere, layersOf } from '../../confinement.ts';
import { say } from '../../texts/say.ts';
import type { Language } from '../../texts/text.ts';
import { findFont } from '../../viewing/find-font.ts';
import { type Check, ok, warning } from './check.ts';

/** What stands between ffmpeg and the machine here, and whether copies can be marked. */
export async function viewingChecks(language: Language, { viewing }: Config): Promise<readonly Check[]> {
  return [await confinementCheck(language), await fontCheck(language, viewing.font)];
}

async function confinementCheck(language: Language): Promise<Check> {
  const { confinement, runs, because } = await confinementHere();
  const next = say(language, 'doctor.confinement.next');
  if (!runs) return warning('confinement', say(language, 'doctor.confinement.none'), next);
  const layers = layersOf(confinement).join(', ');
  if (because === null) return ok('confinement', say(language, 'doctor.confinement', { layers }));
  return warning('confinement', say(language, 'doctor.confinement.less', { layers, found: because }), next);
}

async function fontCheck(language: Language, chosen: string | null): Promise<Check> {
  const font = await findFont(chosen);
  const next = say(language, 'doctor.font.next');
  if (font === null) return warning('font', say(language, 'doctor.font.none'), next);
  if (font.chinese) return ok('font', say(language, 'doctor.font', { font: font.path }));
  return warning('font', say(language, 'doctor.font.latin', { font: font.path }), next);
}
