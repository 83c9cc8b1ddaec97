import type { DamageKind } from '../custody/entry-kinds.ts';
import type { Text } from './text.ts';

/** What is wrong with a copy, in words. */
export const damageTexts = {
  altered: { en: 'altered', zh: '内容改变' },
  missing: { en: 'missing', zh: '缺失' },
  unreadable: { en: 'unreadable', zh: '无法读取' },
} as const satisfies Readonly<Record<DamageKind, Text>>;

export const fixityTexts = {
  'cli.fixity': {
    en: 'read originals and their copies back and compare their digests',
    zh: '固定性校验：读回原始资料及其副本并比对摘要',
  },
  'cli.fixity.status': {
    en: 'how far the checks are, what is damaged and what was repaired',
    zh: '校验进度、已损坏与已修复的内容',
  },
  'cli.fixity.run': {
    en: 'read copies back now; without operands those that are due. Damage is repaired from a copy that matches',
    zh: '立即读回；不带参数时读回到期的副本。发现损坏时用核对一致的副本修复',
  },
  'cli.fixity.operand': { en: 'evidence items', zh: '证据编号' },
  'cli.fixity.all': { en: 'every copy in every vault', zh: '所有存证库中的全部副本' },
  'cli.fixity.role.main': { en: 'vault', zh: '存证库' },
  'cli.fixity.role.mirror': { en: 'mirror', zh: '镜像' },
  'cli.fixity.plan': {
    en: 'every copy is read back within {days} days, at {rate} MiB/s at most',
    zh: '每份副本在 {days} 天内读回一遍，限速 {rate} MiB/s',
  },
  'cli.fixity.off': {
    en: 'nothing is read back by itself (fixity.days is 0)',
    zh: '不自动读回（fixity.days 为 0）',
  },
  'cli.fixity.held': {
    en: '{held} original(s) ({size}); all of them were read back since {since}; {overdue} wait longer than {days} days',
    zh: '{held} 个原始资料（{size}）；自 {since} 以来均已读回；{overdue} 个超过 {days} 天未读回',
  },
  'cli.fixity.today': {
    en: 'since {from}: {checked} read back ({size}), {damaged} damaged',
    zh: '自 {from}：读回 {checked} 个（{size}），损坏 {damaged} 个',
  },
  'cli.fixity.damaged': { en: 'damaged now:', zh: '目前损坏：' },
  'cli.fixity.ended': { en: 'was damaged:', zh: '曾经损坏：' },
  'cli.fixity.damage': {
    en: '{evidence}  {kind} since {since}  {object}',
    zh: '{evidence}  {kind}，发现于 {since}  {object}',
  },
  'cli.fixity.because.repaired': {
    en: 'repaired {ended}, damaged one kept as {kept}',
    zh: '{ended} 已修复，损坏内容保留为 {kept}',
  },
  'cli.fixity.because.sound': {
    en: 'read back equal {ended}',
    zh: '{ended} 读回核对一致',
  },
  'cli.fixity.done': {
    en: '{checked} read back ({size}): {sound} sound, {damaged} damaged, of which {repaired} were repaired; {unreached} could not be reached.',
    zh: '读回 {checked} 个（{size}）：完好 {sound}，损坏 {damaged}，其中已修复 {repaired}；{unreached} 个无法访问。',
  },
  'cli.fixity.found': {
    en: '{evidence}  {kind} in vault {vault}: {outcome}',
    zh: '{evidence}  存证库 {vault} 中{kind}：{outcome}',
  },
  'cli.fixity.outcome.repaired': { en: 'repaired from vault {from}', zh: '已从存证库 {from} 修复' },
  'cli.fixity.outcome.damaged': {
    en: 'NOT repaired: no copy matches, or its vault is not there (docket alarms list)',
    zh: '未修复：没有核对一致的副本，或其存证库不可用（docket alarms list）',
  },
  'cli.status.mirror': { en: 'Mirror', zh: '镜像' },
  'cli.status.mirror_none': { en: 'none (vault.mirror)', zh: '无（vault.mirror）' },
  'cli.status.mirror_line': {
    en: '{place}: {copies} copies ({size})',
    zh: '{place}：{copies} 份副本（{size}）',
  },
  'cli.status.mirror_away': {
    en: 'NOT THERE since {since}: nothing is copied (docket alarms list)',
    zh: '自 {since} 起不可用：未在复制（docket alarms list）',
  },
  'cli.status.single': {
    en: '{count} original(s) ({size}) in one place only, the oldest since {oldest}',
    zh: '{count} 个原始资料（{size}）仅有一份，最早自 {oldest}',
  },
  'cli.status.damaged': {
    en: '{count} copy(ies) damaged now (docket fixity status)',
    zh: '目前损坏 {count} 份（docket fixity status）',
  },
  'cli.evidence.single_copy': {
    en: 'only those in one place alone: no copy in the mirror',
    zh: '仅列出只有一份、镜像中没有副本的',
  },
  'cli.evidence.fact.copies': { en: 'copy', zh: '副本' },
  'cli.evidence.fact.copy': {
    en: '{role} {place}, read back {checked}',
    zh: '{role} {place}，读回于 {checked}',
  },
  'cli.evidence.fact.single': {
    en: 'in one place only',
    zh: '仅此一份',
  },
  'cli.init.new_mirror': {
    en: 'the mirror that stood in its place is gone for good: make a new one there',
    zh: '原镜像已永久丢失：在同一位置新建镜像',
  },
  'cli.fixity.disposed': {
    en: '{evidence}  was disposed of as approved ({disposal}): no copy of it is kept, nothing was read',
    zh: '{evidence}  已按批准处置（{disposal}）：不再保留副本，无可读回内容',
  },
  'cli.init.mirror_away': {
    en: 'Mirror: {place} ({vault}) is NOT THERE now: {found} Nothing was made in its place; copies go there when it is back. Where it is gone for good: docket init --new-mirror',
    zh: '镜像：{place}（{vault}）当前不可用：{found} 未在原处新建任何内容；恢复后自动补齐副本。如已永久丢失：docket init --new-mirror',
  },
  'cli.init.mirror': { en: 'Mirror: {place} ({vault})', zh: '镜像：{place}（{vault}）' },
  'doctor.mirror': { en: 'mirror {place}, {free} free', zh: '镜像 {place}，可用 {free}' },
  'doctor.mirror.none': {
    en: 'there is no mirror: originals are in one place only',
    zh: '没有镜像：原始资料只有一份',
  },
  'doctor.mirror.none_next': {
    en: 'set vault.mirror to another disk or bucket and run docket init (HY-11 asks for regular backups)',
    zh: '请将 vault.mirror 设为另一块磁盘或另一存储桶并运行 docket init（HY-11 要求定期备份）',
  },
  'doctor.mirror.not_made': {
    en: 'the mirror {place} of the configuration has not been made',
    zh: '配置中的镜像 {place} 尚未创建',
  },
  'doctor.mirror.not_made_next': { en: 'run docket init', zh: '请运行 docket init' },
  'doctor.mirror.same_disk': {
    en: 'the mirror {place} is on the same disk as the vault: with that disk both are lost',
    zh: '镜像 {place} 与存证库位于同一磁盘：磁盘损坏将同时丢失',
  },
  'doctor.mirror.same_disk_next': {
    en: 'set vault.mirror.folder to another disk',
    zh: '请将 vault.mirror.folder 设为另一块磁盘',
  },
} as const satisfies Readonly<Record<string, Text>>;
