/** What the station tells of a deed once and never again, or that somebody else must confirm it first. */
export type Outcome =
  | { readonly is: 'secret'; readonly kind: 'password' | 'pin' | 'token'; readonly secret: string }
  | { readonly is: 'proposed'; readonly proposal: string }
  | { readonly is: 'done' };

const fields = { oneTimePassword: 'password', pin: 'pin', secret: 'token' } as const;

/** Pure. */
export function outcomeIn(answer: Readonly<Record<string, unknown>>): Outcome {
  const proposal = answer['proposal'];
  if (typeof proposal === 'string' && answer['state'] === 'proposed') return { is: 'proposed', proposal };
  for (const [field, kind] of Object.entries(fields)) {
    const secret = answer[field];
    if (typeof secret === 'string') return { is: 'secret', kind, secret };
  }
  return { is: 'done' };
}
