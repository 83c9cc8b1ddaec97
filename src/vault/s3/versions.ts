import { ListObjectVersionsCommand, type ListObjectVersionsCommandOutput } from '@aws-sdk/client-s3';
import type { Store } from './store.ts';

/** One version of an object. What was written under a name later never takes its place here. */
export interface Version {
  /** Relative to the vault. */
  readonly object: string;
  readonly id: string;
  readonly bytes: number;
}

/** Every version of one object, the oldest first. Delete markers hide none of them. */
export async function versionsOf(store: Store, object: string): Promise<readonly Version[]> {
  const versions: Version[] = [];
  for await (const one of versionsUnder(store, object)) {
    // Names that begin with this one come after it.
    if (one.object !== object) break;
    versions.push(one);
  }
  return versions.reverse();
}

/** The names of all objects under a prefix that have a version, each once, in the store's order. */
export async function* objectsUnder(store: Store, prefix: string): AsyncGenerator<string> {
  let last: string | null = null;
  for await (const { object } of versionsUnder(store, prefix)) {
    if (object !== last) yield object;
    last = object;
  }
}

/** By name, and of each the newest first. */
async function* versionsUnder(store: Store, prefix: string): AsyncGenerator<Version> {
  let from: { KeyMarker?: string; VersionIdMarker?: string } = {};
  for (;;) {
    const page: ListObjectVersionsCommandOutput = await store.steadily(prefix, (client, how) =>
      client.send(
        new ListObjectVersionsCommand({
          Bucket: store.bucket,
          Prefix: store.keyOf(prefix),
          // A name with a character that XML has no way to write must not end the list.
          EncodingType: 'url',
          ...from,
        }),
        how,
      ),
    );
    for (const { Key, VersionId, Size } of page.Versions ?? []) {
      if (Key === undefined || VersionId === undefined) continue;
      const object = decoded(Key).slice(store.settings.prefix.length);
      yield { object, id: VersionId, bytes: Size ?? 0 };
    }
    if (page.IsTruncated !== true || page.NextKeyMarker === undefined) return;
    from = {
      KeyMarker: decoded(page.NextKeyMarker),
      ...(page.NextVersionIdMarker === undefined ? {} : { VersionIdMarker: page.NextVersionIdMarker }),
    };
  }
}

/** A key as a list gives it with `EncodingType: 'url'`. */
export function decoded(key: string): string {
  return decodeURIComponent(key.replaceAll('+', ' '));
}
