import type { Text } from './text.ts';

export const liveTexts = {
  'live.port': { en: 'Port {port}', zh: '仓位 {port}' },
  'live.recorder': { en: 'recorder {recorder}', zh: '执法记录仪 {recorder}' },
  'live.unnamed': { en: 'no number on the card', zh: '卡上无编号' },
  'live.phase.looking': { en: 'recognising the card', zh: '正在识别' },
  'live.phase.copying': { en: 'taking in', zh: '采集中' },
  'live.phase.paused': { en: 'paused', zh: '已暂停' },
  'live.phase.waiting_for_space': { en: 'vault full, waiting', zh: '存证库已满，等待' },
  'live.phase.finishing': { en: 'finishing', zh: '正在收尾' },
  'live.phase.complete': { en: 'complete', zh: '采集完成' },
  'live.phase.refused': { en: 'refused', zh: '已拒绝' },
  'live.phase.given_up': { en: 'could not be read', zh: '无法读取' },
  'live.phase.ended': { en: 'taken out', zh: '已取下' },
  'live.safe': { en: 'safe to take', zh: '可取下' },
  'live.hold': { en: 'do not pull', zh: '请勿拔出' },
  'live.keep': { en: 'do not erase', zh: '请勿清空' },
  'live.again': { en: 'dock it again', zh: '请重新接入' },
  'live.refused': { en: 'not taken in', zh: '未采集' },
  'live.gone': { en: 'taken out', zh: '已取下' },
  'live.files': { en: '{done} of {total} recordings', zh: '{done} / {total} 个记录' },
  'live.left': {
    en: '{left} recording(s) not taken in; docket evidence list --docking {docking}',
    zh: '{left} 个记录未采集；docket evidence list --docking {docking}',
  },
  'live.safe_words': {
    en: 'All {total} recordings ({size}) are secured on this station.',
    zh: '{total} 个记录（{size}）已全部保存到本站。',
  },
  'live.nothing': { en: 'There is no recording on the card.', zh: '存储卡上没有记录。' },
  'live.refused_words': {
    en: 'docket alarms list says why and what to do.',
    zh: '原因与处理办法见 docket alarms list。',
  },
  'live.again_words': {
    en: 'Nothing was lost: what is on the card is still there.',
    zh: '未丢失数据：记录仍在存储卡中。',
  },
  'live.time_left': { en: '{time} left', zh: '剩余 {time}' },
  'live.station': { en: 'Docket station {code}', zh: 'Docket 采集站 {code}' },
  'live.watching': { en: 'watching {folders}', zh: '监视 {folders}' },
  'live.waiting': {
    en: 'Waiting for a recorder. Put one into the dock, or: docket ingest FOLDER',
    zh: '等待接入。请将执法记录仪放入采集柜，或运行：docket ingest 文件夹',
  },
  'live.evidence': { en: 'Newest evidence', zh: '最新证据' },
  'live.counts': {
    en: '{evidence} item(s) · {stored} stored · {secured} secured only',
    zh: '共 {evidence} 条 · 已存证 {stored} · 仅暂存 {secured}',
  },
  'live.no_evidence': { en: 'none yet', zh: '尚无' },
  'live.alarms': {
    en: '{open} open alarm(s): docket alarms list',
    zh: '{open} 个未确认告警：docket alarms list',
  },
  'live.more': { en: '… and {count} more', zh: '… 另有 {count} 个' },
  'live.stop_hint': { en: 'Ctrl-C stops', zh: 'Ctrl-C 停止' },
} as const satisfies Readonly<Record<string, Text>>;
