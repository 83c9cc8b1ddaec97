import { DocketError } from '../errors.ts';
import type { ConfigErrorCode, ConfigFinding } from './finding.ts';

/** The configuration cannot be used. `findings` holds every wrong place, in the order of lines. */
export class ConfigError<C extends ConfigErrorCode = ConfigErrorCode> extends DocketError<C> {
  readonly findings: readonly ConfigFinding[];

  constructor(
    code: C,
    params: ConstructorParameters<typeof DocketError<C>>[1],
    options: { cause?: unknown; field?: string; findings?: readonly ConfigFinding[] } = {},
  ) {
    super(code, params, options);
    this.findings = options.findings ?? [];
  }
}
