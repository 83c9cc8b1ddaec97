import { useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, useContext } from 'react';
import type { Permission } from '../../access/permissions.ts';
import type { Answer } from '../../api/client/client.ts';
import { asked, problemOf, signedInWith, signedOut } from './ask-station.ts';

export type SignedIn = Answer<'signedIn'>;

/** Who is signed in; null: nobody. */
export function useSession() {
  return useQuery({ queryKey: ['signedIn'], queryFn: askedWho, staleTime: 60_000 });
}

async function askedWho(): Promise<SignedIn | null> {
  try {
    const who = await asked('signedIn', {});
    signedInWith(who.csrf);
    return who;
  } catch (error) {
    if (problemOf(error)?.code !== 'api.signed_out') throw error;
    return null;
  }
}

export function useSignOut(): () => Promise<void> {
  const queries = useQueryClient();
  return async () => {
    await asked('signOut', {}).catch(() => undefined);
    signedOut();
    queries.clear();
    queries.setQueryData(['signedIn'], null);
  };
}

export const WhoContext = createContext<SignedIn | null>(null);

/** Whoever is signed in, on the pages that only they see. */
export function useWho(): SignedIn {
  const who = useContext(WhoContext);
  if (who === null) throw new Error('nobody is signed in');
  return who;
}

export function useMay(): (permission: Permission) => boolean {
  const { permissions } = useWho();
  return (permission) => permissions.includes(permission);
}
