import type { DamageKind } from '../../custody/entry-kinds.ts';
import { accessCodeTexts, accessEntryTexts } from '../../texts/access-entries.ts';
import { classTexts, verdictTexts } from '../../texts/chips.ts';
import { categoryTexts } from '../../texts/deadlines.ts';
import {
  endingTexts,
  entryTexts,
  mountTexts,
  notReadBack,
  startSourceTexts,
  wayTexts,
} from '../../texts/entries.ts';
import { damageTexts } from '../../texts/fixity.ts';
import { type ReasonCode, reasonTexts } from '../../texts/reasons.ts';
import { hindranceTexts } from '../../texts/retention.ts';
import { tagFieldTexts } from '../../texts/tagging.ts';
import { fill, type Language, labelled, type Text } from '../../texts/text.ts';
import { sizeWords, spanWords, timeWords } from '../../texts/units.ts';
import { viewingCodeTexts } from '../../texts/viewing.ts';
import { alarmParams, alarmWords } from './alarm-list.ts';
import type { StandingEntry } from './entries.ts';
import { findingWords } from './finding-words.ts';

const unsaid = '–';

/**
 * What an entry says in plain words. A type that this program does not know is shown by its name; a value that is not
 * there (never given, or erased) as a dash.
 */
export function entryWords(
  language: Language,
  zone: string,
  { type, subject, data, personal }: Pick<StandingEntry, 'type' | 'subject' | 'data' | 'personal'>,
): string {
  const text = (entryTexts as Readonly<Record<string, Text>>)[type];
  if (text === undefined) return type;
  const facts = localTimes({ ...scalars(data), ...personal }, zone);
  const { bytes } = data;
  const size = typeof bytes === 'number' ? { size: sizeWords(bytes) } : {};
  const why = whyOf(language, { type, data, personal });
  const mounted = fill(data['readOnly'] === true ? mountTexts.readOnly : mountTexts.notEnsured, language, {});
  const { startSource, files } = data;
  const count = countWords(type, data);
  const params = {
    subject: subject.id,
    ...count,
    ...(typeof startSource === 'string' ? { source: sourceWords(language, startSource) } : {}),
    mounted,
    ...(type === 'evidence.tagged' ? { tag: tagWords(language, data, personal) } : {}),
    ...(typeof data['durationMs'] === 'number' ? { length: spanWords(data['durationMs'] / 1_000) } : {}),
    ...facts,
    ...accessWords(language, type, data),
    ...(type === 'docking.marked' ? markWords(data, personal) : {}),
    ...(type === 'evidence.classified' ? { class: classWords(language, data['class']) } : {}),
    ...(Array.isArray(files) ? { files: files.join(', ') } : {}),
    ...(Array.isArray(data['confinement']) ? { layers: data['confinement'].join(', ') } : {}),
    ...size,
    // People count from one.
    ...(type.startsWith('erasing.') && typeof data['file'] === 'number' ? { file: data['file'] + 1 } : {}),
    ...(why === null ? {} : { why }),
    ...(type === 'finding.made' ? { why: findingWords(language, zone, { ...data, ...personal }) } : {}),
  };
  const missing = [...text[language].matchAll(/\{(\w+)\}/g)].map(([, name = '']) => [name, unsaid]);
  const words = fill(text, language, { ...Object.fromEntries(missing), ...params });
  return data['readBack'] === false ? `${words} ${fill(notReadBack, language, {})}` : words;
}

function whyOf(
  language: Language,
  { type, data, personal }: Pick<StandingEntry, 'type' | 'data' | 'personal'>,
): string | null {
  if (type === 'alarm.raised') return alarmSentence(language, data, personal);
  if (type.startsWith('viewing.')) return viewingWords(language, String(data['how'] ?? data['because']));
  return whyWords(language, data);
}

/** How a viewing copy was made, or why none can be or one was removed. */
export function viewingWords(language: Language, code: string): string {
  const text = (viewingCodeTexts as Readonly<Record<string, Text>>)[code];
  return text === undefined ? code : fill(text, language, {});
}

function countWords(type: string, { evidence, from, to }: StandingEntry['data']): { count?: number } {
  if (Array.isArray(evidence)) return { count: evidence.length };
  return type === 'station.restored' ? { count: Number(to) - Number(from) } : {};
}

function alarmSentence(
  language: Language,
  { code }: StandingEntry['data'],
  { params }: StandingEntry['personal'],
): string {
  if (params === undefined) return String(code);
  return alarmWords(language, { code: String(code), params: alarmParams(params) });
}

const codeTexts: Readonly<Record<string, Text>> = {
  ...hindranceTexts,
  ...endingTexts,
  ...verdictTexts,
  ...categoryTexts,
};

/** `officer: 222222`; nothing where it is not said any more. */
function tagWords(
  language: Language,
  { field }: StandingEntry['data'],
  { values }: StandingEntry['personal'],
): string {
  const text = (tagFieldTexts as Readonly<Record<string, Text>>)[String(field)];
  const said: unknown = values === undefined ? [] : JSON.parse(values);
  const words = Array.isArray(said) && said.length > 0 ? said.join(' / ') : unsaid;
  return labelled(language, text === undefined ? String(field) : fill(text, language, {}), words);
}

/** What a marker file says: numbers from the entry, names from beside it. */
function markWords(
  { officers, units }: StandingEntry['data'],
  { officerNames, unitNames }: StandingEntry['personal'],
): Readonly<Record<string, string>> {
  const joined = (some: unknown): string =>
    Array.isArray(some) && some.length > 0 ? some.join(' / ') : unsaid;
  const listed = (text: string | undefined): string => joined(text === undefined ? [] : JSON.parse(text));
  return {
    officers: joined(officers),
    units: joined(units),
    officerNames: listed(officerNames),
    unitNames: listed(unitNames),
  };
}

/** Codes of accounts, requests and reviews in words, lists joined. */
function accessWords(
  language: Language,
  type: string,
  data: StandingEntry['data'],
): Readonly<Record<string, string>> {
  if (!Object.hasOwn(accessEntryTexts, type)) return {};
  const said = Object.entries(data).flatMap(([name, value]): [string, string][] => {
    const code = codeWords(language, name, String(value));
    if (code !== null) return [[name, code]];
    if (name === 'drawn' && Array.isArray(value)) return [[name, String(value.length)]];
    if (Array.isArray(value)) return [[name, value.join(', ') || unsaid]];
    return name === 'grants' ? [[name, grantWords(value)]] : [];
  });
  return Object.fromEntries(said);
}

function grantWords(grants: unknown): string {
  return Object.entries(typeof grants === 'object' && grants !== null ? grants : {})
    .map(([permission, extent]) => `${permission}=${extent}`)
    .join(', ');
}

/** What a code of some field is called; null where the field has no codes, or not this one. */
export function codeWords(language: Language, field: string, code: string): string | null {
  const texts = (accessCodeTexts as Readonly<Record<string, Readonly<Record<string, Text>>>>)[field];
  const text = texts === undefined || !Object.hasOwn(texts, code) ? undefined : texts[code];
  return text === undefined ? null : fill(text, language, {});
}

/** By which way something came in, in words. */
export function wayWords(language: Language, way: string): string {
  const text = (wayTexts as Readonly<Record<string, Text>>)[way];
  return text === undefined ? way : fill(text, language, {});
}

const unknownText: Text = { en: unsaid, zh: unsaid };

function classWords(language: Language, code: unknown): string {
  return fill((classTexts as Readonly<Record<string, Text>>)[String(code)] ?? unknownText, language, {});
}

function sourceWords(language: Language, code: string): string {
  const text = (startSourceTexts as Readonly<Record<string, Text>>)[code];
  return text === undefined ? code : fill(text, language, {});
}

/** The words of an entry's `reason` or `because`, both of which are codes. */
function whyWords(language: Language, data: StandingEntry['data']): string | null {
  const { reason, because, offset, errno, verdict, source, decision, category, way, kind } = data;
  if (typeof way === 'string') return wayWords(language, way);
  if (isDamage(kind)) return fill(damageTexts[kind], language, {});
  if (Array.isArray(because))
    return because.map((one) => fill(codeTexts[String(one)] ?? unknownText, language, {})).join(', ');
  const code = [reason, because, verdict, source, decision, category].find((one) => typeof one === 'string');
  if (code === undefined) return null;
  const text = codeTexts[code];
  if (text !== undefined) return fill(text, language, {});
  return isReason(code) ? fill(reasonTexts[code], language, scalars({ offset, errno })) : code;
}

function isDamage(kind: unknown): kind is DamageKind {
  return typeof kind === 'string' && Object.hasOwn(damageTexts, kind);
}

export function isReason(code: string): code is ReasonCode {
  return Object.hasOwn(reasonTexts, code);
}

const utcInstant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/;

/** Instants as the station's clock shows them; a path that only looks like one stays as it is. */
function localTimes(
  values: Readonly<Record<string, string | number>>,
  zone: string,
): Readonly<Record<string, string | number>> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      name !== 'path' && typeof value === 'string' && utcInstant.test(value) ? timeWords(value, zone) : value,
    ]),
  );
}

function scalars(data: Readonly<Record<string, unknown>>): Readonly<Record<string, string | number>> {
  const found: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(data)) {
    if (typeof value === 'string' || typeof value === 'number') found[name] = value;
    else found[name] = unsaid;
  }
  return found;
}
