import type { AnyDraft, EntryDraft } from '../../src/custody/entry.ts';
import type { EntryType } from '../../src/custody/entry-kinds.ts';

/** One entry of every kind, as a small docking would have made them. A new kind does not compile without its sample. */
const machine = { kind: 'machine', id: 'station' } as const;
const person = { kind: 'person', id: 'os:clerk' } as const;
const station = { kind: 'station', id: 'ST01' } as const;
const docking = { kind: 'docking', id: 'ST01-D000001' } as const;
const refused = { kind: 'docking', id: 'ST01-D000002' } as const;
const evidence = { kind: 'evidence', id: 'ST01-2026-0000001' } as const;
const session = { kind: 'session', id: 'ST01-S000001' } as const;
const justification = { kind: 'justification', id: 'ST01-J000001' } as const;
const finding = { kind: 'finding', id: 'ST01-F000001' } as const;
const account = { kind: 'account', id: 'ST01-U000001' } as const;
const proposal = { kind: 'proposal', id: 'ST01-P000001' } as const;
const request = { kind: 'request', id: 'ST01-R000001' } as const;
const review = { kind: 'review', id: 'ST01-V000001' } as const;
const token = { kind: 'token', id: 'ST01-T000001' } as const;
const signedIn = { account: account.id, credential: '0f0e0d0c0b0a09080706050403020100' };
const clerkFacts = {
  account: account.id,
  roles: ['clerk'],
  units: ['330802000000'],
  officer: '222222',
  state: 'active',
} as const;
const alarm = { kind: 'alarm', id: 'ST01-A000001' } as const;

const original = { kind: 'original', id: 'a'.repeat(64) } as const;
const disposal = { kind: 'disposal', id: 'ST01-X000001' } as const;

const hex = (digit: string): string => digit.repeat(64);
const digests = {
  sha256: hex('a'),
  blake3: hex('b'),
  sm3: hex('c'),
  headBlake3: hex('d'),
  tailBlake3: hex('e'),
};
const place = { docking: docking.id, recorder: '2222222' };
const object = {
  sha256: digests.sha256,
  blake3: digests.blake3,
  bytes: 1_000,
  vault: '0f0e0d0c-0b0a-4908-8706-050403020100',
  object: `originals/aa/aa/${digests.sha256}`,
  retainUntil: '2027-05-27T10:00:00Z',
  immutable: true,
};
const mirror = '1f1e1d1c-1b1a-4918-8716-151413121110';
const mirrored = { sha256: digests.sha256, vault: mirror, object: object.object };
const left = { ...place, bytes: 7, reason: 'read_error', offset: 4_096, errno: 'EIO' };
const path = { path: 'DCIM/VIDEO/A11_2222222_222222_20260902180118_0001_IMP.mp4' };
const modified = '2026-09-02T10:03:20Z';

const erasing = `${docking.id}/1`;
const goingFile = {
  ...{ erasing, ...place, file: 0, evidence: evidence.id, sidecar: false, bytes: 1_000 },
  ...{ modified, sha256: digests.sha256 },
};
const viewingOrigin = { evidence: evidence.id, original: digests.sha256, settings: '0123456789abcdef' };

const samples: { readonly [T in EntryType]: Omit<EntryDraft<T>, 'type'> } = {
  'station.initialised': {
    actor: person,
    subject: station,
    data: { code: 'ST01', origin: 'docket/ST01-00000000', publicKey: 'docket/ST01-00000000+00000000+AQ==' },
    personal: {},
  },
  'config.adopted': {
    actor: machine,
    subject: station,
    data: {
      digest: hex('6'),
      before: hex('5'),
      because: 'confirmed',
      keys: ['station.name', 'vault.retentionDays'],
      sensitive: ['vault.retentionDays'],
      waiting: ['erasing.confirm'],
      proposal: proposal.id,
      startedBy: 'os:docket',
      fileOwner: 'os:clerk',
      fileWritten: '2026-09-02T09:00:00Z',
    },
    personal: {
      settings: '{"station.name":"\\"窗口一\\"","vault.retentionDays":"366"}',
      changes: '[{"after":"366","before":"186","key":"vault.retentionDays"}]',
      file: '/etc/docket/ingest.config.yaml',
    },
  },
  'station.started': { actor: machine, subject: station, data: { version: '0.1.0' }, personal: {} },
  'station.rekeyed': {
    actor: person,
    subject: station,
    data: {
      publicKey: 'docket/ST01-00000000+11111111+AQ==',
      previous: 'docket/ST01-00000000+00000000+AQ==',
    },
    personal: {},
  },
  'station.restored': {
    actor: person,
    subject: station,
    data: { source: 'backup', backup: hex('8'), from: 0, to: 0, lostValues: 0, unknownOriginals: 1 },
    personal: {},
  },
  'backup.made': {
    actor: machine,
    subject: station,
    data: {
      file: 'docket-ST01-00000000-20260902T100000Z.tar.age',
      made: '2026-09-02T10:00:00Z',
      entries: 12,
      root: hex('9'),
      bytes: 1_000,
      sha256: hex('8'),
      recipient: 'age1qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq',
    },
    personal: { folder: '/mnt/backups' },
  },
  'mirror.added': {
    actor: person,
    subject: station,
    data: { vault: mirror, kind: 'local' },
    personal: { place: '/mnt/mirror' },
  },
  'original.mirrored': {
    actor: machine,
    subject: original,
    data: { ...mirrored, bytes: object.bytes, retainUntil: object.retainUntil, immutable: true },
    personal: {},
  },
  'mirror.retained': {
    actor: machine,
    subject: original,
    data: { ...mirrored, retainUntil: '2028-05-27T10:00:00Z' },
    personal: {},
  },
  'original.damaged': {
    actor: machine,
    subject: original,
    data: { ...mirrored, kind: 'altered', expected: '1000 bytes', found: '999 bytes' },
    personal: {},
  },
  'original.repaired': {
    actor: machine,
    subject: original,
    data: {
      ...mirrored,
      from: object.vault,
      kept: `damaged/${digests.sha256}.20260903T100000Z`,
      retainUntil: object.retainUntil,
    },
    personal: {},
  },
  'original.sound': { actor: machine, subject: original, data: mirrored, personal: {} },
  'fixity.summary': {
    actor: machine,
    subject: station,
    data: {
      vault: mirror,
      from: '2026-09-02T10:00:00Z',
      checked: 1,
      bytes: 1_000,
      damaged: 1,
      held: 1,
      heldBytes: 1_000,
      allSince: '2026-09-02T10:00:00Z',
    },
    personal: {},
  },
  'backup.removed': {
    actor: machine,
    subject: station,
    data: { files: ['docket-ST01-00000000-20260826T100000Z.tar.age'] },
    personal: {},
  },
  'recorder.registered': {
    actor: person,
    subject: { kind: 'recorder', id: '2222222' },
    data: { recorder: '2222222', profile: 'generic-ga-t-947' },
    personal: { holder: '张三' },
  },
  'docking.started': {
    actor: machine,
    subject: docking,
    data: { port: '07', readOnly: true },
    personal: { root: '/media/docket/07' },
  },
  'docking.device': {
    actor: machine,
    subject: docking,
    data: {
      path: '1-4.2',
      usbId: '22b8:4a01',
      serial: 'SN-000123',
      product: 'BWC 3',
      manufacturer: null,
      megabitsPerSecond: 480,
      slowLink: true,
      volumes: [
        { name: '0-1', filesystem: 'vfat', bytes: 64_000_000, freeBytes: null, writeProtected: false },
      ],
    },
    personal: {},
  },
  'port.named': {
    actor: person,
    subject: { kind: 'port', id: '07' },
    data: { path: '1-4.2', port: '07' },
    personal: {},
  },
  'device.ignored': {
    actor: machine,
    subject: { kind: 'port', id: '07' },
    data: {
      path: '1-4.2',
      usbId: '0627:0001',
      serial: null,
      product: 'QEMU USB Keyboard',
      kind: 'other',
      classes: ['03'],
    },
    personal: {},
  },
  'docking.identified': {
    actor: machine,
    subject: docking,
    data: {
      profile: 'generic-ga-t-947',
      recorder: '2222222',
      assigned: true,
      claims: [{ source: 'file_names', value: '2222222' }],
    },
    personal: {},
  },
  'docking.handed_in': {
    actor: person,
    subject: docking,
    data: { way: 'reader', officer: '222222', secondOfficer: null, recorder: '2222222' },
    personal: { by: '222222', cause: '记录仪损坏，取卡读取', seal: '封-0017', second: '李四' },
  },
  'docking.marked': {
    actor: machine,
    subject: docking,
    data: { officers: ['222222'], units: ['330802000000'], certain: true },
    personal: { officerNames: '["张三"]', unitNames: '["执法一队"]' },
  },
  'docking.listed': {
    actor: machine,
    subject: docking,
    data: { recordings: 4, bytes: 2_014, ignored: { symbolic_link: 1 } },
    personal: {},
  },
  'files.ignored': {
    actor: machine,
    subject: docking,
    data: { docking: docking.id, count: 1 },
    personal: { files: '[{"bytes":7,"path":"DCIM/notes.txt","reason":"not_a_recording"}]' },
  },
  'docking.paused': { actor: person, subject: docking, data: {}, personal: {} },
  'docking.resumed': { actor: person, subject: docking, data: {}, personal: {} },
  'docking.prioritised': { actor: person, subject: docking, data: {}, personal: {} },
  'recording.prioritised': { actor: person, subject: docking, data: { docking: docking.id }, personal: path },
  'recording.secured': {
    actor: machine,
    subject: evidence,
    data: {
      ...place,
      ...digests,
      recording: '11111111-2222-4333-8444-555555555555',
      evidence: evidence.id,
      bytes: 1_000,
      modified,
      resumed: false,
      named: {
        device: '2222222',
        officer: '222222',
        start: '2026-09-02T18:01:18',
        segment: 1,
        important: true,
      },
    },
    personal: path,
  },
  'recording.stored': {
    actor: machine,
    subject: evidence,
    data: {
      ...object,
      recording: '11111111-2222-4333-8444-555555555555',
      docking: docking.id,
      evidence: evidence.id,
    },
    personal: {},
  },
  'sidecar.secured': {
    actor: machine,
    subject: evidence,
    data: {
      docking: docking.id,
      evidence: evidence.id,
      recording: '00000000-0000-4000-8000-000000000008',
      modified,
      bytes: 15,
      sha256: hex('2'),
      blake3: hex('3'),
    },
    personal: { path: 'DCIM/VIDEO/A11_2222222_222222_20260902180118_0001_IMP.log' },
  },
  'sidecar.stored': {
    actor: machine,
    subject: evidence,
    data: { ...object, docking: docking.id, evidence: evidence.id, modified, sha256: hex('1'), bytes: 14 },
    personal: { path: 'DCIM/VIDEO/A11_2222222_222222_20260902180118_0001_IMP.nmea' },
  },
  'sidecar.failed': {
    actor: machine,
    subject: evidence,
    data: { ...left, evidence: evidence.id },
    personal: { path: 'DCIM/VIDEO/A11_2222222_222222_20260902180118_0001_IMP.gps' },
  },
  'recording.duplicate': {
    actor: machine,
    subject: evidence,
    data: { ...place, ...digests, evidence: evidence.id, bytes: 1_000, modified },
    personal: { path: 'DCIM/VIDEO/\ufffd.mp4', pathBase64: 'RENJTS9WSURFTy//Lm1wNA==' },
  },
  'recordings.recognised': {
    actor: machine,
    subject: docking,
    data: { docking: docking.id, evidence: [evidence.id] },
    personal: {},
  },
  'recordings.seen_again': {
    actor: machine,
    subject: docking,
    data: { docking: docking.id, recorder: '1234567', evidence: [evidence.id] },
    personal: {},
  },
  'recording.failed': {
    actor: machine,
    subject: docking,
    data: left,
    personal: { path: 'DCIM/VIDEO/bad.mp4' },
  },
  'recording.deferred': {
    actor: machine,
    subject: docking,
    data: { ...left, reason: 'card_detached', offset: null, errno: null },
    personal: { path: 'DCIM/VIDEO/later.mp4' },
  },
  'docking.completed': {
    actor: machine,
    subject: docking,
    data: { stored: 1, secured: 0, alreadyStored: 1, failed: 1, deferred: 1, ignored: 1, bytes: 1_000 },
    personal: {},
  },
  'docking.ended': { actor: machine, subject: docking, data: { because: 'taken' }, personal: {} },
  'docking.refused': { actor: machine, subject: refused, data: { reason: 'no_profile' }, personal: {} },
  'account.added': {
    actor: person,
    subject: account,
    data: clerkFacts,
    personal: { name: 'zhangsan', person: '张三' },
  },
  'account.changed': {
    actor: person,
    subject: account,
    data: { ...clerkFacts, roles: ['clerk', 'legal'], state: 'disabled' },
    personal: { name: 'zhangsan' },
  },
  'account.credential_changed': {
    actor: person,
    subject: account,
    data: { account: account.id, what: 'password', deed: 'reset' },
    personal: {},
  },
  'account.signed_in': {
    actor: { kind: 'person', id: account.id },
    subject: account,
    data: { ...signedIn, by: 'password' },
    personal: { address: '192.0.2.7' },
  },
  'account.signed_out': {
    actor: { kind: 'person', id: account.id },
    subject: account,
    data: { ...signedIn, because: 'person' },
    personal: {},
  },
  'account.sign_in_failed': {
    actor: machine,
    subject: account,
    data: { account: account.id, by: 'password', because: 'wrong' },
    personal: { address: '192.0.2.7' },
  },
  'account.locked': {
    actor: machine,
    subject: account,
    data: { account: account.id, until: '2026-09-02T10:15:00Z', failures: 5 },
    personal: { address: '192.0.2.7' },
  },
  'account.unlocked': { actor: person, subject: account, data: { account: account.id }, personal: {} },
  'os_user.linked': {
    actor: person,
    subject: account,
    data: { osUser: 'zhangsan', account: account.id },
    personal: {},
  },
  'role.defined': {
    actor: person,
    subject: { kind: 'role', id: 'legal' },
    data: {
      role: 'legal',
      grants: { 'evidence.see': 'all', 'evidence.give_out': 'units' },
      secondFactor: true,
    },
    personal: {},
  },
  'token.made': {
    actor: person,
    subject: token,
    data: {
      token: token.id,
      account: account.id,
      permissions: ['evidence.see'],
      expires: '2026-12-02T10:00:00Z',
    },
    personal: { label: '报表' },
  },
  'token.revoked': {
    actor: person,
    subject: token,
    data: { token: token.id, account: account.id },
    personal: {},
  },
  'proposal.made': {
    actor: person,
    subject: proposal,
    data: { proposal: proposal.id, kind: 'account', until: '2026-09-09T10:00:00Z' },
    personal: { content: '{"name":"lisi","roles":["auditor"]}' },
  },
  'proposal.decided': {
    actor: { kind: 'person', id: 'os:head' },
    subject: proposal,
    data: { proposal: proposal.id, kind: 'account', decision: 'rejected' },
    personal: { note: '另议' },
  },
  'request.submitted': {
    actor: person,
    subject: request,
    data: {
      request: request.id,
      kind: 'give_out',
      evidence: [evidence.id],
      for: account.id,
      until: '2026-09-05T10:00:00Z',
      emergency: false,
    },
    personal: { why: '法院调取', recipient: '某某人民法院' },
  },
  'request.decided': {
    actor: { kind: 'person', id: 'os:head' },
    subject: request,
    data: { request: request.id, decision: 'approved' },
    personal: { note: '同意' },
  },
  'request.expired': { actor: machine, subject: request, data: { request: request.id }, personal: {} },
  'evidence.viewed': {
    actor: { kind: 'person', id: account.id },
    subject: evidence,
    data: { evidence: evidence.id, request: request.id, from: 0, to: 30 },
    personal: { address: '192.0.2.7' },
  },
  'evidence.downloaded': {
    actor: { kind: 'person', id: account.id },
    subject: evidence,
    data: {
      evidence: evidence.id,
      request: request.id,
      what: 'original',
      sha256: digests.sha256,
      bytes: 1_000,
    },
    personal: { address: '192.0.2.7' },
  },
  'review.drawn': {
    actor: person,
    subject: review,
    data: {
      review: review.id,
      from: '2026-01-01',
      to: '2026-06-30',
      unit: null,
      seed: hex('5'),
      population: 12,
      populationSha256: hex('6'),
      drawn: [{ case: '衢应急罚〔2026〕7号', reviewer: account.id }],
    },
    personal: { note: '上半年' },
  },
  'review.entered': {
    actor: { kind: 'person', id: account.id },
    subject: review,
    data: { review: review.id, case: '衢应急罚〔2026〕7号', grade: 'fair' },
    personal: { found: '中断未说明', mend: '补充书面说明' },
  },
  'review.exported': {
    actor: person,
    subject: review,
    data: { review: review.id, rows: 1, bytes: 1_000, sha256: hex('4') },
    personal: { destination: '/mnt/usb/评查台账.xlsx' },
  },
  'alarm.raised': {
    actor: machine,
    subject: alarm,
    data: {
      alarm: alarm.id,
      code: 'card_refused',
      key: 'card_refused:/media/docket/08',
      severity: 'warning',
    },
    personal: { params: '{"port":"08","root":"/media/docket/08"}' },
  },
  'alarm.acknowledged.2': {
    actor: person,
    subject: alarm,
    data: { alarm: alarm.id },
    personal: { note: '已看到' },
  },
  'alarm.handled': {
    actor: person,
    subject: alarm,
    data: { alarm: alarm.id },
    personal: { text: '已补充型号档案' },
  },
  'alarm.closed': {
    actor: person,
    subject: alarm,
    data: { alarm: alarm.id, because: 'person' },
    personal: { note: '已重新接入' },
  },
  'alarm.acknowledged': {
    actor: person,
    subject: alarm,
    data: { alarm: alarm.id },
    personal: { note: '已检查 looked at' },
  },
  'erasing.proposed': {
    actor: person,
    subject: docking,
    data: { ...place, list: hex('6'), count: 1, bytes: 1_000, part: 1, parts: 1 },
    personal: { files: '[]' },
  },
  'erasing.confirmed': { actor: person, subject: docking, data: { ...place, list: hex('6') }, personal: {} },
  'erasing.begun': {
    actor: machine,
    subject: docking,
    data: { erasing, ...place, list: hex('6'), files: 2, bytes: 1_007, source: 'confirmed' },
    personal: {},
  },
  'erasing.going': { actor: machine, subject: evidence, data: goingFile, personal: path },
  'erasing.gone': {
    actor: machine,
    subject: evidence,
    data: { erasing, file: 0, evidence: evidence.id },
    personal: {},
  },
  'erasing.kept': {
    actor: machine,
    subject: evidence,
    data: { ...goingFile, file: 1, reason: 'changed_on_card', errno: null },
    personal: path,
  },
  'erasing.finished': {
    actor: machine,
    subject: docking,
    data: { erasing, docking: docking.id, because: 'done', gone: 1, kept: 1, unknown: 0 },
    personal: {},
  },
  'erasing.settled': {
    actor: machine,
    subject: evidence,
    data: { erasing, docking: 'ST01-D000003', file: 0, evidence: evidence.id, because: 'gone' },
    personal: {},
  },
  'recorder.space': {
    actor: machine,
    subject: { kind: 'recorder', id: place.recorder },
    data: { ...place, bytes: 32_000_000_000, freeBytes: 1_000_000_000, lockedBytes: 7_000_000_000 },
    personal: {},
  },
  'recording.timed': {
    actor: machine,
    subject: evidence,
    data: {
      evidence: evidence.id,
      docked: '2026-09-02T12:00:00Z',
      claims: [
        { source: 'name', start: '2026-09-02T10:01:18Z' },
        { source: 'file', start: '2026-09-02T10:01:19Z' },
      ],
      start: '2026-09-02T10:01:18Z',
      startSource: 'name',
      durationMs: 121_500,
      ended: '2026-09-02T10:03:19.5Z',
      endSource: 'duration',
      offsetSeconds: 0,
      doubtful: false,
    },
    personal: {},
  },
  'recording.located': {
    actor: machine,
    subject: evidence,
    data: {
      evidence: evidence.id,
      source: 'nmea',
      ...{ start: '2026-09-02T10:01:18Z', end: '2026-09-02T10:03:19Z', fixes: 122, dropped: 3 },
      ...{ points: 2, withinMeters: 5, accuracyMeters: 5 },
      claims: [
        { source: 'nmea', fixes: 122, dropped: { check_sum: 2, nowhere: 1 }, whole: true, apartMeters: null },
        { source: 'container', fixes: 1, dropped: {}, whole: true, apartMeters: 7 },
      ],
    },
    personal: { track: '[[1188700000,289400000,0,121],[1188700500,289400500,121000,1]]' },
  },
  'recording.probed': {
    actor: machine,
    subject: evidence,
    data: {
      evidence: evidence.id,
      fault: null,
      container: 'mov,mp4,m4a,3gp,3g2,mj2',
      durationMs: 121_500,
      startMs: 0,
      bitRate: 65_843,
      created: '2026-09-02T10:01:18Z',
      streamCount: 1,
      streams: [
        {
          ...{ kind: 'video', codec: 'h264', profile: 'High', tag: 'avc1', pixelFormat: 'yuv420p' },
          ...{ width: 1_920, height: 1_080, rotation: null, frameRate: '25/1', baseFrameRate: '25/1' },
          ...{ sampleRate: null, channels: null, bitRate: 65_000, startMs: 0, durationMs: 121_500 },
          frames: 3_037,
        },
      ],
    },
    personal: { tags: '{"file":{"encoder":"张三的录像机"},"streams":[{}]}' },
  },
  'finding.made': {
    actor: machine,
    subject: finding,
    data: {
      ...{ finding: finding.id, code: 'edited', key: `edited|${evidence.id}|edited_program` },
      ...{ recorder: '2222222', docking: docking.id, evidence: [evidence.id], count: 1 },
      ...{ wording: 'edited_program', facts: { program: 'JianYing', others: 3, alike: 0 } },
    },
    personal: { said: '剪映' },
  },
  'finding.explained': {
    actor: person,
    subject: finding,
    data: { finding: finding.id, when: '2026-09-02T10:01:18Z' },
    personal: { who: '张三', why: '电池耗尽', signedBy: '李四', text: '更换电池后继续录制' },
  },
  'finding.attached': {
    actor: person,
    subject: finding,
    data: { finding: finding.id, ...object },
    personal: { name: '中断说明.pdf' },
  },
  'finding.dismissed': {
    actor: person,
    subject: finding,
    data: { finding: finding.id },
    personal: { reason: '本单位设备使用该程序写入' },
  },
  'finding.withdrawn': {
    actor: machine,
    subject: finding,
    data: { finding: finding.id, because: 'changed' },
    personal: {},
  },
  'docking.clock': {
    actor: machine,
    subject: docking,
    data: { ...place, offsetSeconds: 86_400, source: 'newest_file' },
    personal: {},
  },
  'docking.clock_corrected': {
    actor: person,
    subject: docking,
    data: { ...place, offsetSeconds: 3_600 },
    personal: { note: '与标准时间比对' },
  },
  'session.formed': {
    actor: machine,
    subject: session,
    data: { session: session.id, recorder: '2222222', evidence: [evidence.id], because: 'gap' },
    personal: {},
  },
  'session.emptied': {
    actor: person,
    subject: { kind: 'session', id: 'ST01-S000002' },
    data: { session: 'ST01-S000002', into: session.id },
    personal: {},
  },
  'session.returned': {
    actor: person,
    subject: session,
    data: { session: session.id, returned: '2026-09-02T11:30:00Z', source: 'person' },
    personal: { note: '值班登记' },
  },
  'session.return_taken_back': {
    actor: machine,
    subject: session,
    data: { session: session.id },
    personal: {},
  },
  'policy.adopted': {
    actor: machine,
    subject: { kind: 'policy', id: 'quzhou-2022' },
    data: { policy: 'quzhou-2022', digest: hex('9'), content: '{}' },
    personal: {},
  },
  'calendar.adopted': {
    actor: machine,
    subject: { kind: 'calendar', id: 'ST01' },
    data: { digest: hex('8'), years: [2025, 2026] },
    personal: {},
  },
  'calendar.imported': {
    actor: person,
    subject: { kind: 'calendar', id: 'ST01' },
    data: { sha256: hex('7'), years: [2027], restDays: ['2027-01-01'], workDays: ['2027-02-20'] },
    personal: { file: '2027.ics' },
  },
  'verdict.given': {
    actor: machine,
    subject: session,
    data: {
      session: session.id,
      rule: 0,
      policy: 'quzhou-2022',
      digest: hex('9'),
      clause: 'QZ-21-1',
      verdict: 'late',
      justification: 'none',
      doubtful: false,
      provisional: false,
      bySystem: false,
      assumptions: ['designation_undocumented'],
      start: '2026-09-02T11:30:00Z',
      due: '2026-09-03T11:30:00Z',
      countedDays: [],
      lastDue: '2026-09-07T16:00:00Z',
      lastCountedDays: ['2026-09-03', '2026-09-04', '2026-09-07'],
      ended: '2026-09-02T10:03:19.5Z',
      returned: '2026-09-02T11:30:00Z',
      docked: '2026-09-02T12:00:00Z',
      secured: '2026-09-02T12:01:00Z',
      stored: '2026-09-04T12:01:02Z',
      next: null,
    },
    personal: {},
  },
  'justification.submitted': {
    actor: person,
    subject: justification,
    data: { justification: justification.id, session: session.id, category: 'continuous_duty' },
    personal: { text: '连续执勤，未能及时返回' },
  },
  'justification.decided': {
    actor: { kind: 'person', id: 'os:head' },
    subject: justification,
    data: { justification: justification.id, session: session.id, decision: 'approved' },
    personal: { note: '情况属实' },
  },
  'attachment.secured': {
    actor: person,
    subject: justification,
    data: {
      recording: '33333333-2222-4333-8444-555555555555',
      justification: justification.id,
      finding: null,
      bytes: 1_024,
      sha256: '33'.repeat(32),
      blake3: '44'.repeat(32),
    },
    personal: { name: '待传附件.pdf' },
  },
  'attachment.downloaded': {
    actor: person,
    subject: justification,
    data: { justification: justification.id, finding: null, sha256: '33'.repeat(32), bytes: 1_024 },
    personal: { address: '192.0.2.7' },
  },
  'attachment.stored': {
    actor: person,
    subject: justification,
    data: { justification: justification.id, ...object },
    personal: { name: '情况说明.pdf' },
  },
  'evidence.tagged': {
    actor: person,
    subject: evidence,
    data: { evidence: evidence.id, field: 'case', source: 'person' },
    personal: { values: '["衢应急罚〔2026〕1号"]' },
  },
  'register.entered': {
    actor: person,
    subject: { kind: 'register', id: 'officers/222222' },
    data: { register: 'officers', key: '222222', import: null },
    personal: { number: '222222', name: '张三', unit: 'U1' },
  },
  'register.import_begun': {
    actor: person,
    subject: { kind: 'register', id: 'officers' },
    data: {
      ...{ import: '0f0e0d0c-0b0a-4908-8706-050403020101', register: 'officers', sha256: hex('6') },
      ...{ rows: 12, refused: 1 },
    },
    personal: { file: '人员.xlsx' },
  },
  'register.imported': {
    actor: person,
    subject: { kind: 'register', id: 'officers' },
    data: { import: '0f0e0d0c-0b0a-4908-8706-050403020101', register: 'officers', rows: 12 },
    personal: {},
  },
  'case.ledger_exported': {
    actor: person,
    subject: { kind: 'register', id: 'cases/衢应急罚〔2026〕1号' },
    data: {
      ...{ of: 'case', key: '衢应急罚〔2026〕1号', rows: 7, recordings: 6 },
      ...{ bytes: 9_000, sha256: hex('5') },
    },
    personal: { destination: '/srv/台账/2026-1.xlsx' },
  },
  'register.removed': {
    actor: person,
    subject: { kind: 'register', id: 'officers/222222' },
    data: { register: 'officers', key: '222222' },
    personal: { cause: '重复录入' },
  },
  'viewing.made': {
    actor: machine,
    subject: evidence,
    data: {
      ...viewingOrigin,
      ...{ ffmpeg: '5.1.9', arguments: ['-i', 'original', 'copy.mp4'], confinement: ['bubblewrap', 'nice'] },
      ...{ tries: 1, how: 'transcoded', sha256: hex('4'), bytes: 900, name: 'copy.mp4', mark: 'burnt' },
      pictures: [{ name: 'poster.jpg', sha256: hex('3'), bytes: 90 }],
      ...{ durationMs: 122_000, originalMs: 122_000, width: 1_280, height: 720 },
    },
    personal: {},
  },
  'viewing.removed': {
    actor: person,
    subject: evidence,
    data: { ...viewingOrigin, sha256: hex('4'), bytes: 990, because: 'person' },
    personal: {},
  },
  'viewing.failed': {
    actor: machine,
    subject: evidence,
    data: {
      ...viewingOrigin,
      ...{ ffmpeg: '5.1.9', arguments: ['-i', 'original', 'copy.mp4'], confinement: ['nice'], tries: 2 },
      because: 'ffmpeg_failed',
    },
    personal: { tail: 'original: Invalid data found when processing input' },
  },
  'evidence.exported': {
    actor: person,
    subject: evidence,
    data: { sha256: digests.sha256, bytes: 1_000 },
    personal: { destination: '/srv/court/2026-17' },
  },
  'track.exported': {
    actor: person,
    subject: evidence,
    data: { format: 'gpx', sha256: hex('5'), bytes: 900 },
    personal: { destination: '/srv/court/2026-17.gpx' },
  },
  'entries.exported': {
    actor: person,
    subject: { kind: 'ledger', id: 'docket/ST01-00000000' },
    data: { entries: 3, size: 12, bytes: 1_000, sha256: hex('7'), masked: true },
    personal: { question: '{"text":"张三"}', destination: 'http:127.0.0.1' },
  },
  'ledger.exported': {
    actor: person,
    subject: { kind: 'ledger', id: 'docket/ST01-00000000' },
    data: { size: 24 },
    personal: { destination: '/srv/audit/2026-11' },
  },
  'station.stopped': { actor: machine, subject: station, data: {}, personal: {} },
  'evidence.classified': {
    actor: machine,
    subject: evidence,
    data: { evidence: evidence.id, class: 'ordinary' },
    personal: {},
  },
  'original.held': {
    actor: machine,
    subject: original,
    data: { sha256: digests.sha256, because: ['unclassified'] },
    personal: {},
  },
  'original.retained': {
    actor: machine,
    subject: original,
    data: { sha256: digests.sha256, until: '2028-05-27T16:00:00Z' },
    personal: {},
  },
  'original.released': {
    actor: machine,
    subject: original,
    data: { sha256: digests.sha256 },
    personal: {},
  },
  'retention.extended': {
    actor: person,
    subject: evidence,
    data: { evidence: evidence.id, until: '2040-01-01T00:00:00Z' },
    personal: { reason: '复议期间' },
  },
  'hold.placed': {
    actor: person,
    subject: evidence,
    data: { hold: 'ST01-H000001', of: 'evidence', about: evidence.id },
    personal: { reason: '法院调取' },
  },
  'hold.lifted': {
    actor: person,
    subject: evidence,
    data: { hold: 'ST01-H000001' },
    personal: { reason: '判决生效' },
  },
  'disposal.proposed': {
    actor: person,
    subject: disposal,
    data: { disposal: disposal.id, evidence: [evidence.id] },
    personal: { reason: '保存期满' },
  },
  'disposal.decided': {
    actor: { kind: 'person', id: 'os:head' },
    subject: disposal,
    data: { disposal: disposal.id, decision: 'approved' },
    personal: { note: '同意' },
  },
  'evidence.disposal_refused': {
    actor: machine,
    subject: evidence,
    data: { disposal: disposal.id, evidence: evidence.id, because: 'case_open', standing: [] },
    personal: {},
  },
  'evidence.disposal_begun': {
    actor: machine,
    subject: evidence,
    data: {
      disposal: disposal.id,
      evidence: evidence.id,
      originals: [{ sha256: digests.sha256, blake3: digests.blake3, bytes: 1_000 }],
    },
    personal: {},
  },
  'evidence.disposed': {
    actor: machine,
    subject: evidence,
    data: {
      disposal: disposal.id,
      evidence: evidence.id,
      sha256: digests.sha256,
      bytes: 1_000,
      gone: 1,
      kept: 0,
    },
    personal: {},
  },
  'disposal.finished': {
    actor: machine,
    subject: disposal,
    data: { disposal: disposal.id, disposed: 1, refused: 0 },
    personal: {},
  },
};

/** The samples in an order that a station could have made. */
export const everyEntry: readonly AnyDraft[] = Object.entries(samples).map(
  // Each sample was checked against the shape of its own kind above.
  ([type, rest]) => ({ type, ...rest }) as unknown as AnyDraft,
);

export const everyType: readonly string[] = Object.keys(samples);
