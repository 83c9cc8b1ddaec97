import { keptTexts } from './erasing.ts';
import { fill, type Language, type Text } from './text.ts';

/** Why a recording was not taken in, or why something on a card is no recording, by code. */
export const reasonTexts = {
  card_detached: {
    en: 'the card was taken out before it was read; it is taken in at the next docking',
    zh: '读取完成前存储卡被取出；下次接入时采集',
  },
  card_stalled: { en: 'the card stopped answering; dock it again', zh: '存储卡停止响应；请重新接入' },
  cancelled: { en: 'the docking was cancelled', zh: '本次接入已取消' },
  stopped: { en: 'the daemon was stopped', zh: '守护进程已停止' },
  still_changing: {
    en: 'the file kept changing while it was read; the recorder may still be writing it',
    zh: '读取期间文件持续变化，记录仪可能仍在写入',
  },
  vault_full: {
    en: 'the vault is full; the recording waits on the recorder',
    zh: '存证库空间不足；记录保留在记录仪中',
  },
  vault_unwritable: {
    en: 'the vault could not be written ({errno}); the recording waits on the recorder',
    zh: '存证库无法写入（{errno}）；记录保留在记录仪中',
  },
  not_uploaded: {
    en: 'it is verified on this station and not in the vault yet; it goes up with the next run (docket status)',
    zh: '已在本站暂存校验，尚未上传至存证库；下次运行时自动上传（docket status）',
  },
  read_error: {
    en: 'reading failed at byte {offset} ({errno})',
    zh: '读取在第 {offset} 字节处失败（{errno}）',
  },
  file_vanished: { en: 'the file was gone when it was to be read', zh: '读取时文件已不存在' },
  not_a_file: { en: 'what was listed as a file is none any more', zh: '列出的文件已不再是普通文件' },
  copy_differs: {
    en: 'the disk gave back other bytes than were written, twice; look at the disk',
    zh: '磁盘两次读回的内容与写入不一致；请检查磁盘',
  },
  object_differs: {
    en: 'the vault holds other bytes under this digest; nothing was replaced',
    zh: '存证库中同摘要对象的内容不一致；未作任何替换',
  },
  unreadable_folder: {
    en: 'the folder could not be read; recordings may lie in it',
    zh: '文件夹无法读取，其中可能有记录',
  },
  too_deep: { en: 'folders are nested too deep to be followed', zh: '文件夹嵌套过深，未继续读取' },
  symbolic_link: { en: 'a symbolic link; links are never followed', zh: '符号链接；从不跟随链接' },
  fifo: { en: 'a named pipe, no file', zh: '命名管道，不是文件' },
  socket: { en: 'a socket, no file', zh: '套接字，不是文件' },
  device: { en: 'a device node, no file', zh: '设备节点，不是文件' },
  other_filesystem: { en: 'another file system, not the card', zh: '位于其他文件系统，不属于存储卡' },
  not_a_recording: { en: 'no recording by the device profile', zh: '按设备型号档案不属于记录' },
  sidecar_without_recording: { en: 'belongs to a recording that is not there', zh: '所属记录不存在' },
  disposed: {
    en: 'it was evidence and was disposed of; it is not taken in again and stays on the recorder',
    zh: '曾为证据条目并已处置；不再采集，仍留在执法记录仪中',
  },
  marker_file: { en: 'the recorder’s own marker', zh: '记录仪自身的标识文件' },
  system_file: { en: 'a file of the recorder’s system', zh: '记录仪的系统文件' },
  ...keptTexts,
  unreadable: { en: 'could not be read', zh: '无法读取' },
} as const satisfies Readonly<Record<string, Text>>;

export type ReasonCode = keyof typeof reasonTexts;

/** The words alone, for people. */
export function reasonWords(said: string): string {
  return said.replace(/^[a-z_]+: /, '');
}

/** `code: words`. The code is stable for scripts, the words are for people. */
export function sayReason(
  language: Language,
  reason: ReasonCode,
  offset: number | null,
  errno: string | null,
): string {
  return `${reason}: ${fill(reasonTexts[reason], language, { offset: offset ?? 0, errno: errno ?? '?' })}`;
}

/** The words of a reason alone, for people; a code that this program does not know stays a code. */
export function reasonWordsOf(language: Language, code: string, errno: string | null): string {
  const text = (reasonTexts as Readonly<Record<string, Text>>)[code];
  return text === undefined ? code : fill(text, language, { offset: 0, errno: errno ?? '?' });
}
