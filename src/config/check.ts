import { Check } from 'typebox/value';
import { isMap, LineCounter, parseDocument } from 'yaml';
import type { ConfigFinding } from './finding.ts';
import { type ConfigFile, configSchema, knownConfigVersion } from './schema.ts';
import { type ConfigSource, walkConfig } from './walk.ts';

/** What a configuration text says: the whole value, or every wrong place. */
export type ConfigReading =
  | { readonly value: ConfigFile; readonly findings: readonly [] }
  | { readonly value: null; readonly findings: readonly ConfigFinding[] };

/**
 * Every wrong place of a configuration text (YAML 1.2), in the order of lines; empty where it may be used.
 * A text for a newer version of the file gets that one finding alone, since this program cannot know what is right
 * in it. `fileName` is only repeated in the findings.
 */
export function checkConfig(text: string, fileName: string): readonly ConfigFinding[] {
  return readConfig(text, fileName).findings;
}

/** Reads a configuration text; defaults are filled in, paths stay as written. Throws nothing. */
export function readConfig(text: string, fileName: string): ConfigReading {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: false, prettyErrors: false });
  const source: ConfigSource = {
    fileName,
    text,
    lineAt: (offset) => Math.max(1, lines.linePos(offset).line),
  };
  const broken = [...document.errors, ...document.warnings]
    .sort((a, b) => a.pos[0] - b.pos[0])
    .map(({ message, pos }) => syntaxFinding(source, message, pos[0]));
  if (broken.length > 0) return { value: null, findings: broken };
  const newer = newerVersion(document.contents, source);
  if (newer !== null) return { value: null, findings: [newer] };
  const { value, findings } = walkConfig(document.contents, configSchema, source);
  if (findings.length === 0 && Check(configSchema, value)) return { value, findings: [] };
  return { value: null, findings };
}

function syntaxFinding(source: ConfigSource, detail: string, offset: number): ConfigFinding {
  const line = source.lineAt(offset);
  const params = { file: source.fileName, line, detail };
  return { code: 'config.syntax', key: '', line, found: null, allowed: null, params };
}

function newerVersion(root: unknown, source: ConfigSource): ConfigFinding | null {
  if (!isMap(root)) return null;
  const version = root.get('version', true);
  const found = version?.value;
  if (typeof found !== 'number' || !Number.isInteger(found) || found <= knownConfigVersion) return null;
  const line = source.lineAt(version?.range?.[0] ?? 0);
  return {
    code: 'config.newer_version',
    key: 'version',
    line,
    found: String(found),
    allowed: String(knownConfigVersion),
    params: { file: source.fileName, line, found, known: knownConfigVersion },
  };
}
