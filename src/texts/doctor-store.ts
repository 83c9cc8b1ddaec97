import type { Text } from './text.ts';

/** What `docket doctor --vault` found out about a store. */
export const doctorStoreTexts = {
  'cli.doctor.vault': {
    en: 'try the ways of the S3 store with small objects of its own',
    zh: '用小对象实测 S3 对象存储的行为',
  },
  'cli.doctor.vault_local': {
    en: 'the vault is on a disk of this station: there is no store to try (vault.kind: local)',
    zh: '存证库在本站磁盘上，没有对象存储可测（vault.kind: local）',
  },
  'doctor.store': {
    en: '{store}: versions and Object Lock are on, {mode} for {days} day(s) by default, its clock is {ahead} s ahead',
    zh: '{store}：版本控制与对象锁已启用，默认 {mode} {days} 天，时钟快 {ahead} 秒',
  },
  'doctor.store.no_default': {
    en: '{store}: versions and Object Lock are on, nothing is locked by default, its clock is {ahead} s ahead',
    zh: '{store}：版本控制与对象锁已启用，没有默认锁定，时钟快 {ahead} 秒',
  },
  'doctor.store.no_default_next': {
    en: 'Give the bucket a default retention of a day: where the store drops the lock of an upload in parts, it covers the moment until the vault has set it.',
    zh: '请为存储桶设置一天的默认保留期：若分片上传的锁定被丢弃，可覆盖存证库设置锁定之前的片刻。',
  },
  'doctor.store.unfit_next': {
    en: 'No vault can stand in this store: use one that keeps Object Lock as S3 describes it.',
    zh: '该对象存储不能用作存证库：请改用按 S3 规范实现对象锁的存储。',
  },
  'doctor.store.lock.holds': {
    en: 'a lock written with an object holds',
    zh: '随对象写入的锁定有效',
  },
  'doctor.store.lock.instead': {
    en: 'a lock written with an object is dropped; the vault sets it on the version right after, and looks again',
    zh: '随对象写入的锁定被丢弃；存证库随即对该版本设置锁定并复查',
  },
  'doctor.store.lock.unfit': {
    en: 'objects cannot be locked',
    zh: '对象无法锁定',
  },
  'doctor.store.multipart_lock.holds': {
    en: 'a lock written with an upload in parts holds',
    zh: '随分片上传写入的锁定有效',
  },
  'doctor.store.multipart_lock.instead': {
    en: 'a lock written with an upload in parts is dropped; the vault sets it on the version right after, and looks again',
    zh: '随分片上传写入的锁定被丢弃；存证库随即对该版本设置锁定并复查',
  },
  'doctor.store.multipart_lock.unfit': {
    en: 'what is sent up in parts cannot be locked',
    zh: '分片上传的对象无法锁定',
  },
  'doctor.store.legal_hold.holds': {
    en: 'a legal hold is kept, and what is on hold cannot be deleted',
    zh: '法律封存有效，封存中的对象无法删除',
  },
  'doctor.store.legal_hold.unfit': {
    en: 'a legal hold is not kept, or what is on hold was deleted',
    zh: '法律封存无效，或封存中的对象可被删除',
  },
  'doctor.store.kept.holds': {
    en: "what is locked cannot be deleted with the station's keys",
    zh: '使用本站密钥无法删除已锁定的对象',
  },
  'doctor.store.kept.unfit': {
    en: "what is locked was deleted with the station's keys",
    zh: '使用本站密钥可以删除已锁定的对象',
  },
  'doctor.store.not_shortened.holds': {
    en: 'a lock cannot be shortened',
    zh: '锁定期限不能缩短',
  },
  'doctor.store.not_shortened.unfit': {
    en: 'a lock was shortened',
    zh: '锁定期限可以被缩短',
  },
  'doctor.store.versions.holds': {
    en: 'what is written over an object, or marks it deleted, leaves its first version as it was',
    zh: '覆盖写入或删除标记不影响对象的首个版本',
  },
  'doctor.store.versions.unfit': {
    en: 'the first version of an object is lost when something is written over it',
    zh: '覆盖写入后对象的首个版本丢失',
  },
  'doctor.store.content_md5.holds': {
    en: 'a body that does not fit its Content-MD5 is refused',
    zh: '与 Content-MD5 不符的内容会被拒绝',
  },
  'doctor.store.content_md5.instead': {
    en: 'a wrong Content-MD5 is not noticed; the vault reads everything back',
    zh: '不检查 Content-MD5；存证库逐一完整读回',
  },
  'doctor.store.signed_sha256.holds': {
    en: 'a body that does not fit its signed SHA-256 is refused',
    zh: '与签名 SHA-256 不符的内容会被拒绝',
  },
  'doctor.store.signed_sha256.instead': {
    en: 'a wrong signed SHA-256 is not noticed; the vault reads everything back',
    zh: '不检查签名 SHA-256；存证库逐一完整读回',
  },
  'doctor.store.corrupt_part.holds': {
    en: 'a part that was corrupted on its way is refused',
    zh: '传输中损坏的分片会被拒绝',
  },
  'doctor.store.corrupt_part.instead': {
    en: 'a part that was corrupted on its way is taken; the vault reads everything back',
    zh: '会接收传输中损坏的分片；存证库逐一完整读回',
  },
  'doctor.store.read_back': {
    en: 'every original is read back whole before it counts as stored',
    zh: '每个原始资料均完整读回核对后才算已存证',
  },
  'doctor.store.read_back.sample': {
    en: 'one original in ten is read back: on {made} this store was proved to refuse what was corrupted on its way',
    zh: '抽查十分之一读回：{made} 已证实该存储拒收传输中损坏的内容',
  },
  'doctor.store.read_back.unproved': {
    en: 'a sample is ordered (vault.s3.readBack), and every original is read back: it is not proved of this store that it refuses what was corrupted on its way',
    zh: '配置为抽查（vault.s3.readBack），但仍逐一读回：尚未证实该存储拒收传输中损坏的内容',
  },
  'doctor.store.read_back.unproved_next': {
    en: 'Run docket init, then docket doctor --vault once more; where its trials of corrupted bodies do not hold, set readBack: always.',
    zh: '请先执行 docket init，再执行 docket doctor --vault；若损坏内容的测试未通过，请设为 readBack: always。',
  },
  'doctor.store.silent': {
    en: 'the store has fallen silent: {found}',
    zh: '对象存储无响应：{found}',
  },
  'doctor.store.silent_next': {
    en: 'Look whether it is full or overloaded (a full store hangs) and whether the line is up, then ask again.',
    zh: '请检查存储是否已满或过载（存满时会挂起）及网络是否通畅，然后重试。',
  },
  'doctor.store.not_tried': {
    en: 'not tried: the store has fallen silent',
    zh: '未测试：对象存储无响应',
  },
  'cli.doctor.trying': {
    en: 'trying the store: {done} of {of}',
    zh: '正在测试对象存储：{done}/{of}',
  },
  'doctor.store.checksum.holds': {
    en: 'a wrong checksum of S3 (x-amz-checksum) is refused',
    zh: '错误的 S3 校验和（x-amz-checksum）会被拒绝',
  },
  'doctor.store.checksum.instead': {
    en: 'checksums of S3 (x-amz-checksum) are ignored; the vault does not use them',
    zh: '忽略 S3 校验和（x-amz-checksum）；存证库不使用',
  },
  'doctor.store.if_none_match.holds': {
    en: 'an object can be written only where there is none (If-None-Match)',
    zh: '支持仅在对象不存在时写入（If-None-Match）',
  },
  'doctor.store.if_none_match.instead': {
    en: 'If-None-Match has no effect; the vault looks first, and the first version counts',
    zh: 'If-None-Match 无效；存证库先查看再写入，并以首个版本为准',
  },
  'doctor.store.complete_answer.holds': {
    en: 'the end of an upload names the version',
    zh: '分片上传完成时返回版本号',
  },
  'doctor.store.complete_answer.instead': {
    en: 'the end of an upload does not name the version; the vault asks for it',
    zh: '分片上传完成时不返回版本号；存证库另行查询',
  },
  'doctor.store.part_etag.holds': {
    en: 'parts of a broken upload are known again by their MD5',
    zh: '中断上传的分片可按 MD5 识别',
  },
  'doctor.store.part_etag.instead': {
    en: 'parts of a broken upload are not known by their MD5; the vault sends them again',
    zh: '中断上传的分片无法按 MD5 识别；存证库重新发送',
  },
  'doctor.store.range.holds': {
    en: 'reading can be carried on in the middle',
    zh: '可从中间继续读取',
  },
  'doctor.store.range.instead': {
    en: 'reading cannot be carried on in the middle; the vault begins anew',
    zh: '不能从中间继续读取；存证库从头读取',
  },
} as const satisfies Readonly<Record<string, Text>>;
