import type { Text } from './text.ts';

export const statusTexts = {
  'cli.docking.list': { en: 'list dockings, newest first', zh: '列出接入记录，最新在前' },
  'cli.status': {
    en: 'how the station stands: dockings under way, counts, alarms, space',
    zh: '站点概况：正在进行的接入、数量、告警、空间',
  },
  'cli.status.station': { en: 'Station', zh: '站点' },
  'cli.status.data': { en: 'Data folder', zh: '数据文件夹' },
  'cli.status.daemon': { en: 'Daemon', zh: '守护进程' },
  'cli.status.running': { en: 'running', zh: '运行中' },
  'cli.status.not_running': { en: 'not running (docket serve starts it)', zh: '未运行（docket serve 启动）' },
  'cli.status.evidence': { en: 'Evidence', zh: '证据' },
  'cli.status.counts': {
    en: '{evidence} item(s): {stored} stored, {secured} secured and not stored yet; {left} recording(s) wait on recorders',
    zh: '{evidence} 个条目：已存证 {stored}，已暂存未存证 {secured}；{left} 个记录仍留在执法记录仪中',
  },
  'cli.status.verdicts': { en: 'In time or not', zh: '时限判定' },
  'cli.status.verdict_counts': {
    en: '{onTime} in time, {excused} excused, {late} late, {overdue} overdue, {undetermined} undetermined, {open} open; {unjudged} recording(s) not judged yet',
    zh: '按时 {onTime}，特殊情况 {excused}，迟传 {late}，超期 {overdue}，无法判定 {undetermined}，未到期 {open}；{unjudged} 个记录尚未判定',
  },
  'cli.status.alarms': { en: 'New alarms', zh: '未确认告警' },
  'cli.status.alarm_counts': {
    en: '{open} ({critical} critical, {warning} warnings, {notice} notices); {acknowledged} acknowledged and {handled} handled are not closed yet; docket alarms list',
    zh: '{open}（严重 {critical}，警告 {warning}，提示 {notice}）；另有已确认 {acknowledged}、已处置 {handled} 尚未关闭；docket alarms list',
  },
  'cli.status.no_alarms': { en: 'none', zh: '无' },
  'cli.status.vault': { en: 'Vault', zh: '存证库' },
  'cli.status.space': {
    en: '{folder}: {free} of {total} free, {reserve} of it kept in reserve',
    zh: '{folder}：共 {total}，可用 {free}（其中保留 {reserve}）',
  },
  'cli.status.uploads': { en: 'Uploads', zh: '上传' },
  'cli.status.uploads_waiting': { en: '{waiting} waiting ({size})', zh: '等待 {waiting} 个（{size}）' },
  'cli.status.uploads_under_way': { en: '{count} under way', zh: '正在上传 {count} 个' },
  'cli.status.uploads_failing': { en: 'failing since {since}', zh: '自 {since} 起失败' },
  'cli.status.uploads_paused': {
    en: 'the store fails and is asked again in {seconds} s:',
    zh: '对象存储故障，{seconds} 秒后重试：',
  },
  'cli.status.ledger': { en: 'Ledger', zh: '保管链' },
  'cli.status.sizes': {
    en: '{origin}: {size} entries, newest signed checkpoint at {checkpoint}',
    zh: '{origin}：{size} 条，最新签名检查点 {checkpoint} 条',
  },
  'cli.status.under_way': { en: 'Docked recorders', zh: '已接入的执法记录仪' },
  'cli.status.last': { en: 'Last dockings', zh: '最近的接入' },
  'cli.status.none': { en: 'none', zh: '无' },
  'cli.status.docking': { en: 'docking', zh: '接入' },
  'cli.status.port': { en: 'port', zh: '仓位' },
  'cli.status.way': { en: 'came by', zh: '途径' },
  'cli.way.dock': { en: 'dock', zh: '仓位接入' },
  'cli.status.recorder': { en: 'recorder', zh: '执法记录仪' },
  'cli.status.started': { en: 'since', zh: '开始时间' },
  'cli.status.outcome': { en: 'outcome', zh: '结果' },
  'cli.status.outcome_line': {
    en: '{stored} stored, {alreadyStored} known, {secured} secured, {failed} failed, {deferred} deferred',
    zh: '已存证 {stored}，此前已存 {alreadyStored}，已暂存 {secured}，失败 {failed}，推迟 {deferred}',
  },
  'cli.status.incomplete': { en: 'not completed', zh: '未完成' },
  'cli.status.refused': { en: 'refused', zh: '已拒绝' },

  'cli.docking': {
    en: 'dockings, past and under way: list and show them, pause, resume, cancel, erase what is stored',
    zh: '接入记录：列出与查看，暂停、继续、取消采集，清除已存证内容',
  },
  'cli.docking.pause': { en: 'read nothing more until resumed', zh: '暂停读取，直到继续' },
  'cli.docking.resume': { en: 'go on reading', zh: '继续读取' },
  'cli.docking.cancel': {
    en: 'stop reading; what is read already is stored, the rest stays on the recorder',
    zh: '停止读取；已读取的仍会存证，其余留在执法记录仪中',
  },
  'cli.docking.first': {
    en: 'take one recorder before the others, or with PATH one recording before its others',
    zh: '优先采集一台记录仪；给出路径则优先采集其中一个记录',
  },
  'cli.docking.done.go_first': { en: '{docking} comes first now.', zh: '{docking} 已优先采集。' },
  'cli.docking.done.not_first': {
    en: 'Nothing of {docking} is waiting.',
    zh: '{docking} 没有等待采集的内容。',
  },
  'cli.docking.operand': {
    en: 'docking, such as ST01-D000001 (docket status)',
    zh: '接入编号，例如 ST01-D000001（docket status）',
  },
  'cli.docking.path': {
    en: 'path on the card, as docket devices test shows it',
    zh: '存储卡上的路径，见 docket devices test',
  },
  'cli.docking.done.pause': { en: '{docking} is paused.', zh: '{docking} 已暂停。' },
  'cli.docking.done.resume': { en: '{docking} goes on.', zh: '{docking} 继续采集。' },
  'cli.docking.done.cancel': {
    en: '{docking} is cancelled; what was not read stays on the recorder.',
    zh: '{docking} 已取消；未读取的记录留在执法记录仪中。',
  },
  'cli.docking.done.first': { en: '{docking}: {path} comes first now.', zh: '{docking}：优先采集 {path}。' },
} as const satisfies Readonly<Record<string, Text>>;
