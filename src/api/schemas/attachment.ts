import Type from 'typebox';
import { attachmentEndings } from '../attachments/file-kind.ts';
import { closed, digest, size } from './common.ts';

/** Files that were sent before, by the names that they were given then. */
export const Attach = Type.Optional(
  Type.Array(Type.String({ minLength: 1, maxLength: 64 }), {
    maxItems: 20,
    description: '`attachment` of files that you have sent within the last hour',
  }),
);

export const attachmentName = Type.Object(
  {
    name: Type.String({
      pattern: `^[^/\\\\:]{1,100}\\.(${attachmentEndings.join('|')})$`,
      description: 'The name of the file, as it is kept with the statement',
    }),
  },
  closed,
);

export const SentAttachment = Type.Object(
  {
    attachment: Type.String({ description: 'What a statement names in `attach`' }),
    name: Type.String(),
    bytes: size,
    sha256: digest,
  },
  closed,
);

export const attachedParams = <N extends 'justification' | 'finding'>(name: N) =>
  Type.Object(
    // An object with a computed key loses it for the compiler.
    {
      [name]: Type.String({ minLength: 1, maxLength: 64 }),
      sha256: Type.String({ pattern: '^[0-9a-f]{64}$' }),
    } as { [K in N | 'sha256']: ReturnType<typeof Type.String> },
    closed,
  );
