import type { ProblemCode } from '../texts/catalogue.ts';

export type ConfigErrorCode = Extract<ProblemCode, `config.${string}`>;

/** One wrong place in a configuration file. Its sentences are `sayProblem(language, code, params)`. */
export interface ConfigFinding {
  readonly code: ConfigErrorCode;
  /** Path of the setting, `dock.folders[0].kind`; empty where the file as a whole is meant. */
  readonly key: string;
  /** Line in the file, from 1. */
  readonly line: number;
  /** The value as written, shortened; null where none was written or where it must not be repeated. */
  readonly found: string | null;
  /** What is allowed there, without words of any language: `50 … 10000`, `fast | full`. */
  readonly allowed: string | null;
  readonly params: Readonly<Record<string, string | number>>;
}
