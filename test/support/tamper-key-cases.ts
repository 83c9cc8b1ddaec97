import { chmodSync, rmSync, writeFileSync } from 'node:fs';
import { createStationKey } from '../../src/custody/station-key.ts';
import type { TamperCase } from './tamper-case.ts';
import {
  ownSigner,
  regrowTree,
  remakeViews,
  replaceKeys,
  rewriteEntry,
  signAnew,
  spoilDatabase,
} from './tamper-forge.ts';
import { life, padded } from './tamper-station.ts';

const lie = (leaf: Record<string, unknown>): void => {
  leaf['actor'] = { id: 'os:nobody', kind: 'person' };
};

export const keyCases: readonly TamperCase[] = [
  {
    what: 'the private key readable by others',
    spoil: ({ places }) => chmodSync(places.key, 0o644),
    expected: [/^13 .*station\.key$/],
  },
  {
    what: 'the private key deleted',
    spoil: ({ places }) => rmSync(places.key),
    expected: [/^13 .*station\.key$/],
  },
  {
    what: 'the public key deleted',
    spoil: ({ places }) => rmSync(places.vkey),
    expected: [/^13 .*station\.vkey$/],
  },
  {
    what: 'the private key replaced',
    spoil: ({ places, file }) => {
      rmSync(places.key);
      createStationKey(places.key, file.origin);
    },
    expected: [/^13 .*station\.key$/],
  },
  {
    what: 'the public key replaced',
    spoil: ({ places, file }) => {
      const other = createStationKey(`${places.key}.other`, file.origin);
      rmSync(`${places.key}.other`);
      writeFileSync(places.vkey, `${other.vkey}\n`);
    },
    expected: [/^13 .*station\.vkey$/],
  },
  {
    what: 'the key pair replaced',
    spoil: (station) => void replaceKeys(station),
    expected: [/^13 .*station\.vkey$/],
  },
  {
    what: 'the key pair replaced and everything in the database signed anew',
    spoil: (station) => {
      const signer = replaceKeys(station);
      spoilDatabase(station, (db) => signAnew(db, signer));
    },
    expected: ['13 entry 0'],
  },
  {
    what: 'the key pair replaced, named in the first entry, and everything in the database signed anew',
    spoil: (station) => {
      const signer = replaceKeys(station);
      spoilDatabase(station, (db) => {
        rewriteEntry(db, 0, (leaf) => {
          leaf['data'] = { ...Object(leaf['data']), publicKey: signer.vkey };
        });
        regrowTree(db);
        signAnew(db, signer);
      });
    },
    expected: [`13 log/checkpoint/${padded(life.firstHead)}`],
  },
  {
    what: 'one entry rewritten, and everything in the database signed anew with the station’s own key',
    spoil: (station) =>
      spoilDatabase(station, (db) => {
        rewriteEntry(db, 57, lie);
        regrowTree(db);
        remakeViews(db);
        signAnew(db, ownSigner(station));
      }),
    expected: ['10 entry 57'],
  },
  {
    what: 'all entries from 200 on rewritten and signed anew with the station’s own key',
    spoil: (station) =>
      spoilDatabase(station, (db) => {
        for (let seq = 200; seq < life.size; seq++) rewriteEntry(db, seq, lie);
        regrowTree(db);
        remakeViews(db);
        signAnew(db, ownSigner(station));
      }),
    expected: ['12 entry 200'],
  },
];
