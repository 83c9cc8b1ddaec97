import type { EntryType } from '../custody/entry-kinds.ts';
import type { Text } from './text.ts';

/** Entries of keeping originals: copies, fixity, locks, holds, disposals. */
export const keepingEntryTexts = {
  'attachment.downloaded': {
    en: 'a file attached to {subject} ({size}, SHA-256 {sha256}) was downloaded, from {address}',
    zh: '下载 {subject} 的附件（{size}，SHA-256 {sha256}），来自 {address}',
  },
  'mirror.added': {
    en: 'the second vault {vault} holds everything from here on: {place}',
    zh: '此后由第二存证库 {vault} 保存全部内容的镜像：{place}',
  },
  'original.mirrored': {
    en: 'it is in the mirror {vault} too as {object}, read back from there and equal, locked until {retainUntil}',
    zh: '已复制到镜像 {vault}：{object}，读回核对一致，锁定至 {retainUntil}',
  },
  'mirror.retained': {
    en: 'its copy in the mirror {vault} is locked until {retainUntil}',
    zh: '镜像 {vault} 中的副本锁定至 {retainUntil}',
  },
  'original.damaged': {
    en: 'its copy {object} in vault {vault} is damaged ({why}): it should be {expected}, found was {found}',
    zh: '存证库 {vault} 中的 {object} 已损坏（{why}）：应为 {expected}，实际为 {found}',
  },
  'original.repaired': {
    en: 'its copy {object} in vault {vault} was repaired with the equal bytes of {from} (another vault, or a docking); what was damaged is kept as {kept}',
    zh: '存证库 {vault} 中的 {object} 已用 {from}（另一存证库或一次接入）中核对一致的内容修复；损坏的内容保留为 {kept}',
  },
  'original.sound': {
    en: 'its copy {object} in vault {vault} was read back again and is equal',
    zh: '存证库 {vault} 中的 {object} 再次读回，核对一致',
  },
  'fixity.summary': {
    en: 'of vault {vault}, {checked} originals ({size}) were read back since {from}, {damaged} of them damaged; all {held} that it holds were read back since {allSince}',
    zh: '存证库 {vault} 自 {from} 起读回 {checked} 个原始资料（{size}），其中损坏 {damaged} 个；库中全部 {held} 个自 {allSince} 以来均已读回',
  },
  'evidence.classified': { en: 'its class is {class}', zh: '类别为{class}' },
  'original.retained': {
    en: 'original {sha256} is locked until {until}',
    zh: '原始资料 {sha256} 锁定至 {until}',
  },
  'original.held': {
    en: 'a legal hold stands on original {sha256}: {why}',
    zh: '原始资料 {sha256} 处于封存：{why}',
  },
  'original.released': {
    en: 'nothing holds original {sha256} any more; its legal hold is taken off',
    zh: '原始资料 {sha256} 已无封存事由，封存解除',
  },
  'retention.extended': {
    en: 'it is to be kept until {until} at least: {reason}',
    zh: '延长保存至 {until}：{reason}',
  },
  'hold.placed': {
    en: 'hold {hold} was placed on {about}: {reason}',
    zh: '对 {about} 设置封存 {hold}：{reason}',
  },
  'hold.lifted': { en: 'hold {hold} was lifted: {reason}', zh: '解除封存 {hold}：{reason}' },
  'disposal.proposed': {
    en: '{disposal}: it was proposed to dispose of {count} item(s): {reason}',
    zh: '{disposal}：提出处置 {count} 个条目：{reason}',
  },
  'disposal.decided': { en: '{disposal} was decided: {why}; {note}', zh: '{disposal} 已决定：{why}；{note}' },
  'evidence.disposal_begun': {
    en: 'its original(s) begin to be removed from the vault, by {disposal}',
    zh: '按 {disposal} 开始从存证库移除其原始资料',
  },
  'evidence.disposed': {
    en: 'it was disposed of by {disposal}: {gone} original(s) removed, SHA-256 {sha256}, {size}; {kept} kept for other items',
    zh: '按 {disposal} 处置完毕：移除原始资料 {gone} 个，SHA-256 {sha256}，{size}；因其他条目保留 {kept} 个',
  },
  'evidence.disposal_refused': {
    en: 'it was not disposed of by {disposal}: {why}',
    zh: '未按 {disposal} 处置：{why}',
  },
  'disposal.finished': {
    en: '{disposal} was carried out: {disposed} item(s) disposed of, {refused} kept',
    zh: '{disposal} 执行完毕：处置 {disposed} 个条目，保留 {refused} 个',
  },
} as const satisfies Partial<Record<EntryType, Text>>;
