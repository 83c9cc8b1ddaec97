import { realpathSync } from 'node:fs';
import type { Command } from 'commander';
import { wayWords } from '../station/catalogue/entry-words.ts';
import { type EvidenceItem, evidenceItem } from '../station/catalogue/evidence-item.ts';
import type { StandingMarker } from '../station/catalogue/marker.ts';
import { vaultAddress } from '../station/s3-options.ts';
import { verdictLine } from '../station/sheets/verdict-words.ts';
import type { EffectiveTag, TagSource } from '../tagging/tags.ts';
import { say } from '../texts/say.ts';
import { tagFieldTexts, tagSourceTexts } from '../texts/tagging.ts';
import { fill, type Language } from '../texts/text.ts';
import { sizeWords, timeWords } from '../texts/units.ts';
import { type Cli, leaf, type Runner } from './command.ts';
import { copyPairs } from './copy-words.ts';
import { shownEntry } from './entry-line.ts';
import { exitCodes } from './exit-codes.ts';
import { findingSection } from './finding-lines.ts';
import { withWords } from './finding-list.ts';
import { locationPairs } from './location-words.ts';
import { retentionFacts } from './retention-words.ts';
import { reading } from './surroundings.ts';
import { pairs } from './table.ts';
import { viewingStateWords } from './viewing-words.ts';

export function evidenceShowCommand(cli: Cli, run: Runner): Command {
  const { language } = cli;
  const command = leaf(cli, 'show', say(language, 'cli.evidence.show')).argument(
    '<ID>',
    say(language, 'cli.evidence.operand'),
  );
  return run(command, async ([id = ''], options) =>
    reading(cli, options, ({ db, places, config }) => {
      const item = evidenceItem(db, id, realPath(vaultAddress(config, places)));
      const { zone } = config.station;
      const history = item.history.map((entry) => shownEntry(language, zone, entry));
      const findings = item.findings.map((one) => withWords(cli, one, zone));
      return { exit: exitCodes.done, json: { ...item, findings, history }, text: textOf(cli, item, zone) };
    }),
  );
}

/** A vault whose disk is not there, or in a store, has no real path; the item is shown all the same. */
function realPath(folder: string): string {
  try {
    return realpathSync(folder);
  } catch {
    return folder;
  }
}

function textOf(cli: Cli, item: EvidenceItem, zone: string): string {
  const { language } = cli;
  const history = item.history.map((entry) => {
    const { seq, at, actor, words } = shownEntry(language, zone, entry);
    return `  ${timeWords(at, zone)}  ${actor.id}  #${seq}  ${words}`;
  });
  const title = `${item.evidenceId}  ${say(language, `cli.state.${item.state}`)}`;
  return [
    title,
    pairs(facts(cli, item, zone), '  '),
    '',
    ...findingSection(language, zone, item.findings),
    say(language, 'cli.evidence.history'),
    ...history,
  ].join('\n');
}

function facts(cli: Cli, item: EvidenceItem, zone: string): readonly (readonly [string, string])[] {
  const { language } = cli;
  const { named, digests, original } = item;
  const yesNo = (value: boolean): string => say(language, value ? 'cli.yes' : 'cli.no');
  const stored = item.storedAt === null ? '–' : timeWords(item.storedAt, zone);
  const taken = { secured: timeWords(item.securedAt, zone), stored, docking: item.docking };
  return [
    [say(language, 'cli.evidence.col.path'), item.path],
    [
      say(language, 'cli.evidence.col.recorder'),
      item.assigned ? item.recorder : `${item.recorder} (${say(language, 'cli.evidence.not_assigned')})`,
    ],
    [say(language, 'cli.evidence.col.officer'), named.officer ?? '–'],
    [say(language, 'cli.evidence.col.start'), named.start?.replace('T', ' ') ?? '–'],
    [say(language, 'cli.evidence.fact.segment'), named.segment === null ? '–' : String(named.segment)],
    [say(language, 'cli.evidence.fact.important'), yesNo(named.important)],
    [say(language, 'cli.evidence.fact.modified'), timeWords(item.modified, zone)],
    [say(language, 'cli.evidence.col.size'), `${sizeWords(item.bytes)} (${item.bytes} B)`],
    ['SHA-256', digests.sha256],
    ['BLAKE3', digests.blake3],
    ...(digests.sm3 === null ? [] : [['SM3', digests.sm3] as const]),
    [say(language, 'cli.evidence.fact.taken'), say(language, 'cli.evidence.fact.taken_line', taken)],
    ...handedInWords(cli, item).map((words) => [say(language, 'cli.status.way'), words] as const),
    [say(language, 'cli.evidence.fact.resumed'), yesNo(item.resumed)],
    [say(language, 'cli.session.col.session'), item.session ?? '–'],
    ...item.verdicts.map((given): readonly [string, string] => [
      given.clause,
      `${verdictLine(language, given)}, ${say(language, 'cli.session.col.due')} ${given.due === null ? '–' : timeWords(given.due, zone)}`,
    ]),
    ...item.tags.map((tag) => tagPair(language, tag)),
    ...locationPairs(language, item.location, zone),
    [say(language, 'cli.viewing.copy'), viewingStateWords(language, item.viewing)],
    ...(item.marker === null ? [] : markerPairs(cli, item.marker)),
    ...disposedPairs(cli, item, zone),
    ...(original === null ? [] : originalFacts(cli, original, zone)),
    ...copyPairs(cli, item.copies, zone),
    ...retentionFacts(cli, item.retention, zone),
    ...item.sidecars.map(
      ({ path, bytes, sha256 }) =>
        [say(language, 'cli.evidence.fact.sidecar'), `${path}  ${sizeWords(bytes)}  ${sha256}`] as const,
    ),
  ];
}

/** Over the dock, or who handed it in, and whether its recorder is that person's word. */
function handedInWords({ language }: Cli, { handedIn }: EvidenceItem): readonly string[] {
  if (handedIn === null) return [say(language, 'cli.way.dock')];
  const { way, by, officer, second, cause, seal, recorder } = handedIn;
  const who = officer === null || officer === by ? (by ?? '–') : `${by} (${officer})`;
  const facts = { way: wayWords(language, way), by: who, second: second ?? '–', seal: seal ?? '–' };
  const line = say(language, 'cli.evidence.fact.handed_in', { ...facts, cause: cause ?? '–' });
  return recorder === null ? [line] : [line, say(language, 'cli.evidence.fact.by_word', { recorder })];
}

/** Of what was disposed of digest and history are left, and no file. */
function disposedPairs(
  { language }: Cli,
  { retention: { disposal } }: EvidenceItem,
  zone: string,
): readonly (readonly [string, string])[] {
  if (disposal === null || disposal.state !== 'disposed') return [];
  const facts = { disposal: disposal.disposal, at: timeWords(disposal.at, zone) };
  const key = disposal.shared ? 'cli.evidence.disposed_shared' : 'cli.evidence.disposed_line';
  return [[say(language, 'cli.evidence.fact.object'), say(language, key, facts)]];
}

function originalFacts(
  { language }: Cli,
  { objectPath, retainUntil, immutable, readBack }: NonNullable<EvidenceItem['original']>,
  zone: string,
): readonly (readonly [string, string])[] {
  const until = timeWords(retainUntil, zone);
  const flag = say(language, immutable ? 'cli.yes' : 'cli.no');
  return [
    [say(language, 'cli.evidence.fact.object'), objectPath],
    [
      say(language, 'cli.evidence.fact.locked'),
      say(language, 'cli.evidence.fact.locked_line', { until, immutable: flag }),
    ],
    [
      say(language, 'cli.evidence.fact.read_back'),
      say(language, readBack ? 'cli.yes' : 'cli.evidence.fact.not_read_back'),
    ],
  ];
}

/** What the marker file says, and where its names are not those of its numbers. */
function markerPairs(
  { language }: Cli,
  { officers, officerNames, units, unitNames, contradictions }: StandingMarker,
): readonly (readonly [string, string])[] {
  const listed = (some: readonly string[]): string => (some.length === 0 ? '–' : some.join(' / '));
  const title = fill(tagSourceTexts.marker, language, {});
  const facts = { officers: listed(officers), officerNames: listed(officerNames) };
  const said = { ...facts, units: listed(units), unitNames: listed(unitNames) };
  return [
    [title, say(language, 'cli.evidence.marker', said)],
    ...contradictions.map(({ number, onCard, inRegister }): readonly [string, string] => [
      title,
      say(language, 'cli.evidence.marker_contradicts', { number, onCard, inRegister }),
    ]),
  ];
}

function tagPair(language: Language, tag: EffectiveTag): readonly [string, string] {
  const source = (one: TagSource): string => fill(tagSourceTexts[one], language, {});
  const said = tag.said.map((one) => `${source(one.source)} ${one.values.join(' / ')}`).join('; ');
  const value = tag.value ?? say(language, 'cli.evidence.candidates', { values: tag.candidates.join(' / ') });
  const conflict = tag.conflict ? `  ${say(language, 'cli.evidence.conflict', { said })}` : '';
  return [fill(tagFieldTexts[tag.field], language, {}), `${value} (${source(tag.source)})${conflict}`];
}
