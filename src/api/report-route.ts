import Type from 'typebox';
import { FileAnswer } from './http/file-answer.ts';
import { spanFilters, spanGiven } from './listing.ts';
import type { Reader } from './reading/reader.ts';
import { tableFormats } from './reads/cases.ts';
import type { ReportWish } from './reads/reports.ts';
import { type AnyRoute, route } from './route.ts';
import { tableTypes } from './routes/table-types.ts';
import { closed } from './schemas/common.ts';

/** A report of everything would look at everything: without a beginning it goes back so far. */
const usualDays = 31;

/** A route that counts by groups over a time, as JSON or as a file. @param report the last part of its path */
export function reportRoute<const By extends string>(
  report: string,
  {
    name,
    says,
    groups,
    read,
  }: {
    readonly name: string;
    readonly says: string;
    readonly groups: readonly By[];
    read(reader: Reader, wish: ReportWish<By | 'officer'>): Promise<string | Uint8Array>;
  },
): AnyRoute {
  return route({
    ...{ method: 'GET', path: `/api/v1/reports/${report}`, name, tag: 'reports', says, answer: null },
    shapes: {
      query: Type.Object(
        {
          by: Type.Optional(Type.Enum([...groups])),
          format: Type.Optional(Type.Enum([...tableFormats])),
          ...spanFilters,
        },
        closed,
      ),
    },
    files: Object.values(tableTypes),
    perMinute: 60,
    async handle({ reader }, { query, caller }) {
      const { format = 'json' } = query;
      // The schema lets nothing else in.
      const by = (query.by ?? 'officer') as By | 'officer';
      const { language, visible } = caller;
      const wish = { by, format, ...reportSpan(query), language, visible };
      const content = await read(reader, wish);
      const body = typeof content === 'string' ? content : Buffer.from(content);
      return new FileAnswer(`${report}.${format}`, tableTypes[format], body);
    },
  });
}

function reportSpan(query: { readonly since?: string; readonly until?: string }): {
  readonly since: string;
  readonly until: string | null;
} {
  const { since, until } = spanGiven(query);
  const from = until === null ? Temporal.Now.instant() : Temporal.Instant.from(until);
  return { since: since ?? from.subtract({ hours: 24 * usualDays }).toString(), until };
}
