/** Where one lab's daemons lie and listen. */
export interface CephPlan {
  readonly folder: string;
  readonly fsid: string;
  readonly monitorPort: number;
  readonly gatewayPort: number;
}

/** So much the store in memory holds before it is full. */
const storeBytes = 6 * 1024 ** 3;

/**
 * The configuration of a one-node Ceph with a gateway, as text. It is for loopback only: daemons trust each other
 * without keys, since whoever can reach them is on this machine; S3 itself stays signed.
 */
export function cephConf(plan: CephPlan): string {
  const { folder, fsid, monitorPort, gatewayPort } = plan;
  return [
    section('global', {
      fsid,
      'mon initial members': 'a',
      'mon host': `v2:127.0.0.1:${monitorPort}/0`,
      'public addr': '127.0.0.1',
      'cluster addr': '127.0.0.1',
      'ms bind msgr1': false,
      ...withoutKeys,
      ...quick,
      ...oneCopy,
      'run dir': folder,
      'admin socket': '',
      'pid file': '',
      'log file': `${folder}/$name.log`,
      'log to stderr': false,
      'err to stderr': true,
      'crash dir': `${folder}/crash`,
      keyring: `${folder}/keyring`,
    }),
    section('mon', { 'mon data': `${folder}/mon`, 'mon cluster log file': `${folder}/cluster.log` }),
    section('osd', {
      'osd data': `${folder}/osd`,
      'osd objectstore': 'memstore',
      'memstore device bytes': storeBytes,
      'osd max object size': 128 * 1024 ** 2,
      'osd op num shards': 2,
      'osd op num threads per shard': 1,
    }),
    section('client.rgw', {
      // Head and body of an answer go out apart: without this the second waits 40 ms for the first one's receipt.
      'rgw frontends': `beast endpoint=127.0.0.1:${gatewayPort} tcp_nodelay=1`,
      'rgw data': `${folder}/rgw`,
      // A gateway that was killed is still asked whether its cache is stale: the next one would wait half a minute.
      'rgw cache enabled': false,
      'rgw enable usage log': false,
      'rgw enable ops log': false,
      'rgw dynamic resharding': false,
      'rgw override bucket index max shards': 1,
      'rgw thread pool size': 64,
    }),
  ].join('\n');
}

/** The gateway's own default is an encrypted connection, which there is none of without keys. */
const withoutKeys = {
  'auth cluster required': 'none',
  'auth service required': 'none',
  'auth client required': 'none',
  'ms mon client mode': 'crc',
  'ms mon cluster mode': 'crc',
  'ms mon service mode': 'crc',
  'ms cluster mode': 'crc',
  'ms service mode': 'crc',
  'ms client mode': 'crc',
};

/** A monitor gathers changes for a second before it tells of them; here every test would wait for that. */
const quick = {
  'paxos propose interval': 0.02,
  'paxos min wait': 0.01,
  'mon data avail warn': 1,
  'mon data avail crit': 1,
};

const oneCopy = {
  'osd pool default size': 1,
  'osd pool default min size': 1,
  'osd pool default pg num': 4,
  'osd pool default pgp num': 4,
  'osd pool default pg autoscale mode': 'off',
  'osd crush chooseleaf type': 0,
  'mon allow pool size one': true,
  'mon max pg per osd': 1000,
  'mon warn on pool no redundancy': false,
};

function section(name: string, settings: Readonly<Record<string, string | number | boolean>>): string {
  const lines = Object.entries(settings).map(([key, value]) => `${key} = ${value}`);
  return [`[${name}]`, ...lines, ''].join('\n');
}
