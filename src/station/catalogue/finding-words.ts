import { findingTexts } from '../../texts/findings.ts';
import { fill, type Language, type Text } from '../../texts/text.ts';
import { sizeWords, spanWords, timeWords } from '../../texts/units.ts';

/**
 * What a finding compared, in plain words. Facts come as the entry holds them: instants, milliseconds, bytes, bits a second
 * by the ends of their names. A wording that this program does not know is shown by its name.
 */
export function findingWords(
  language: Language,
  zone: string,
  finding: Readonly<Record<string, unknown>>,
): string {
  const { wording, facts, evidence, said } = finding;
  const text = (findingTexts as Readonly<Record<string, Text>>)[String(wording)];
  if (text === undefined) return String(wording);
  const [first] = Array.isArray(evidence) ? evidence : [];
  const shown = Object.entries(typeof facts === 'object' && facts !== null ? facts : {}).map(
    ([name, value]) => [name, factWords(name, value, zone)] as const,
  );
  return fill(text, language, {
    evidence: String(first ?? '–'),
    said: typeof said === 'string' ? said : '–',
    ...Object.fromEntries(shown),
  });
}

const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/;

function factWords(name: string, value: unknown, zone: string): string {
  if (typeof value !== 'number')
    return instant.test(String(value)) ? timeWords(String(value), zone) : String(value);
  if (name.endsWith('Ms')) return spanWords(value / 1_000);
  if (/bytes$/i.test(name)) return sizeWords(value);
  if (/bits$|^bitsPerSecond$/i.test(name)) return (value / 1_000).toFixed(value < 10_000 ? 1 : 0);
  return String(value);
}
