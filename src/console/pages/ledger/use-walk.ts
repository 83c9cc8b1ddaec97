import { useQuery } from '@tanstack/react-query';
import type { Answer } from '../../../api/client/client.ts';
import { type ReadProof, readProof } from './read-proof.ts';
import { type Digest, type Walk, walkProof } from './walk-proof.ts';

/** How the proof of an entry has come out, in this browser. */
export type Proven =
  | { readonly is: 'unsigned' }
  /** Browsers calculate on pages over HTTPS, or of this computer, alone. */
  | { readonly is: 'insecure' }
  | { readonly is: 'unreadable' }
  | { readonly is: 'walked'; readonly proof: ReadProof; readonly walk: Walk };

export function useWalk(seq: number, answer: Answer<'entryProof'> | undefined) {
  return useQuery({
    queryKey: ['walk', seq, answer?.inclusion?.size ?? null],
    queryFn: () => proven(answer),
    enabled: answer !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
  });
}

async function proven(answer: Answer<'entryProof'> | undefined): Promise<Proven> {
  const inclusion = answer?.inclusion ?? null;
  if (answer === undefined || inclusion === null) return { is: 'unsigned' };
  const proof = readProof(inclusion.proof);
  if (proof === null) return { is: 'unreadable' };
  const digest = browserDigest();
  if (digest === null) return { is: 'insecure' };
  return { is: 'walked', proof, walk: await walkProof(answer.text, proof, digest) };
}

function browserDigest(): Digest | null {
  // Typed as always there; on a page over plain HTTP it is not.
  const subtle: SubtleCrypto | undefined = crypto.subtle;
  if (subtle === undefined) return null;
  return async (bytes) => new Uint8Array(await subtle.digest('SHA-256', Uint8Array.from(bytes)));
}
