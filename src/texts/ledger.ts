import type { Problem } from './text.ts';

/** Errors of the ledger's database and writer. */
export const ledgerProblems = {
  'custody.ledger_unwritable': {
    says: {
      en: 'The ledger {path} must take every act on evidence before it happens, but it cannot be written: {found}.',
      zh: '保管链 {path} 必须先于任何证据操作写入，但目前无法写入：{found}。',
    },
    next: {
      en: 'Intake has stopped and nothing was lost. Look at the disk (docket doctor), then start the daemon again.',
      zh: '采集已停止，未丢失任何数据。请检查磁盘（docket doctor），然后重新启动守护进程。',
    },
  },
  'custody.database_missing': {
    says: {
      en: 'The station database {path} is missing. It holds the ledger and is never created by accident.',
      zh: '站点数据库 {path} 不存在。它保存着保管链，绝不会被自动重建。',
    },
    next: {
      en: 'For a new station run docket init in an empty folder. For this one put the database back from a backup: the vault still holds the originals and the published ledger.',
      zh: '新建站点请在空文件夹中运行 docket init；现有站点请从备份恢复数据库：存证库中仍保存着原始资料和已发布的保管链。',
    },
  },
  'custody.database_damaged': {
    says: {
      en: 'The station database {path} should be a sound SQLite file of Docket, but: {found}.',
      zh: '站点数据库 {path} 应为完好的 Docket SQLite 文件，但发现：{found}。',
    },
    next: {
      en: 'Do not repair it. Keep the file for examination and put back a backup; the vault still holds the originals and the published ledger.',
      zh: '请勿修复。保留该文件备查，并恢复备份；存证库中仍保存着原始资料和已发布的保管链。',
    },
  },
  'custody.database_newer': {
    says: {
      en: 'The station database {path} has schema version {version}; this program knows versions up to {known}.',
      zh: '站点数据库 {path} 的结构版本为 {version}，本程序最高支持版本 {known}。',
    },
    next: {
      en: 'It was made by a newer Docket. Update this program; nothing was changed.',
      zh: '该数据库由更新版本的 Docket 创建。请升级本程序；未作任何更改。',
    },
  },
  'custody.database_older': {
    says: {
      en: 'The station database {path} has schema version {version}; this program works with version {known}.',
      zh: '站点数据库 {path} 的结构版本为 {version}，本程序使用版本 {known}。',
    },
    next: {
      en: 'Start the daemon once (docket serve): it makes a backup and brings the database up to date.',
      zh: '请先启动一次守护进程（docket serve）：它会先备份，再升级数据库。',
    },
  },
  'custody.alarm_unknown': {
    says: { en: 'There is no alarm {alarm}.', zh: '没有编号为 {alarm} 的告警。' },
    next: {
      en: 'docket alarms list --all shows every one.',
      zh: '运行 docket alarms list --all 查看全部告警。',
    },
  },
  'custody.alarm_closed': {
    says: { en: 'Alarm {alarm} is closed.', zh: '告警 {alarm} 已关闭。' },
    next: {
      en: 'It keeps what was written of it; should the same happen again, another alarm is raised.',
      zh: '已记录的内容保持不变；同样情况再次发生时会另行告警。',
    },
  },
  'custody.os_user_unlinked': {
    says: {
      en: 'This needs two persons, and nobody has said which account the user {osUser} of this machine is: two names may be one person.',
      zh: '此事须由两人办理，而本机用户 {osUser} 未关联账号：两个名称可能是同一人。',
    },
    next: {
      en: 'Link the user to their account: docket account link ACCOUNT --os-user {osUser}; or let accounts sign: --as ACCOUNT',
      zh: '请关联账号：docket account link 账号 --os-user {osUser}；或由账号签署：--as 账号',
    },
  },
  'custody.alarm_unhandled': {
    says: {
      en: 'Nobody has written what was done about alarm {alarm}.',
      zh: '告警 {alarm} 尚无处置情况。',
    },
    next: {
      en: 'Write it: docket alarms handle {alarm} --text TEXT; or close it with the reason: docket alarms close {alarm} --note TEXT.',
      zh: '请填写：docket alarms handle {alarm} --text 处置情况；或说明理由后关闭：docket alarms close {alarm} --note 理由。',
    },
  },
} as const satisfies Readonly<Record<string, Problem>>;
