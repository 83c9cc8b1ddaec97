import type { Problem } from './text.ts';

export const stationProblems = {
  'station.not_initialised': {
    says: {
      en: 'The data folder {folder} is not a Docket station.',
      zh: '数据文件夹 {folder} 不是 Docket 站点。',
    },
    next: {
      en: 'Create the station with: docket init --data {folder}',
      zh: '请创建站点：docket init --data {folder}',
    },
  },
  'station.no_permission': {
    says: {
      en: 'There is no permission to read the data folder {folder}: it is its owner’s alone (mode 0700).',
      zh: '没有读取数据文件夹 {folder} 的权限：该文件夹仅其所有者可用（权限 0700）。',
    },
    next: {
      en: 'Run the command as the user that the station runs as (for instance sudo -u USER docket …), or use the web page with an account. Do not open the folder to others: the station’s key lies in it.',
      zh: '请以运行采集站的系统用户执行该命令（例如 sudo -u 用户 docket …），或使用账号登录网页。请勿放宽该文件夹的权限：站点密钥存放其中。',
    },
  },
  'station.file_damaged': {
    says: {
      en: 'The station file {path} should name this station, its ledger and its vault, but: {found}.',
      zh: '站点文件 {path} 应记载本站点、保管链与存证库，但发现：{found}。',
    },
    next: {
      en: 'Put it back from a backup; nothing was changed.',
      zh: '请从备份恢复该文件；未作任何更改。',
    },
  },
  'station.newer': {
    says: {
      en: 'The data folder {folder} has version {version}; this program knows version {known}.',
      zh: '数据文件夹 {folder} 的版本为 {version}，本程序支持版本 {known}。',
    },
    next: {
      en: 'It was made by a newer Docket. Update this program; nothing was changed.',
      zh: '该文件夹由更新版本的 Docket 创建。请升级本程序；未作任何更改。',
    },
  },
  'station.in_use': {
    says: {
      en: 'The data folder {folder} is in use by another Docket process.',
      zh: '数据文件夹 {folder} 正被另一个 Docket 进程使用。',
    },
    next: {
      en: 'Use the running daemon (docket status), or stop it first.',
      zh: '请使用正在运行的守护进程（docket status），或先将其停止。',
    },
  },
  'station.code_differs': {
    says: {
      en: 'The configuration says station.code {found}, but this data folder belongs to station {expected}.',
      zh: '配置中的 station.code 为 {found}，但该数据文件夹属于站点 {expected}。',
    },
    next: {
      en: 'Correct station.code, or choose the other station’s data folder. A station keeps its code for life: it is part of its ledger.',
      zh: '请更正 station.code，或选择对应站点的数据文件夹。站点编码终身不变：它是保管链的一部分。',
    },
  },
  'station.folder_unwritable': {
    says: {
      en: 'The folder {folder} cannot be created or written: {found}.',
      zh: '文件夹 {folder} 无法创建或写入：{found}。',
    },
    next: {
      en: 'Choose a folder this user may write (for the data folder: --data DIR), or give this user the right.',
      zh: '请选择当前用户可写的文件夹（数据文件夹用 --data DIR 指定），或授予相应权限。',
    },
  },
  'station.folder_missing': {
    says: { en: 'There is no folder {folder} to ingest.', zh: '没有可采集的文件夹 {folder}。' },
    next: { en: 'Check the path; the card may have been taken out.', zh: '请检查路径；存储卡可能已被取出。' },
  },
  'station.mirror_foreign': {
    says: {
      en: 'the mirror {place} should be an empty place or a mirror of this station, but is {found}',
      zh: '镜像位置 {place} 应为空或本站的镜像，实际为 {found}',
    },
    next: {
      en: 'set vault.mirror to another folder or bucket; nothing was changed there',
      zh: '请将 vault.mirror 设为另一文件夹或存储桶；未对该处做任何改动',
    },
  },
  'station.folder_docked': {
    says: {
      en: 'The folder {folder} is docked already, as {docking}.',
      zh: '文件夹 {folder} 已接入（{docking}）。',
    },
    next: {
      en: 'The station takes it in by itself: see docket status. To hand it in another way, take it out of the dock first.',
      zh: '采集站会自行采集，见 docket status。如需以其他途径移交，请先将其从仓位取出。',
    },
  },
  'station.hand_ins_many': {
    says: { en: '{most} files are being handed in already.', zh: '已有 {most} 个文件正在移交。' },
    next: { en: 'Send it again when one of them is done.', zh: '请待其中之一完成后重新发送。' },
  },
  'station.hand_in_no_room': {
    says: {
      en: 'There is no room on this station for a file of {bytes} bytes.',
      zh: '本站没有存放 {bytes} 字节文件的空间。',
    },
    next: {
      en: 'Nothing was taken in. Make room on the disk of the data folder (docket status), then send it again.',
      zh: '未采集任何内容。请在数据文件夹所在磁盘腾出空间（docket status），再重新发送。',
    },
  },
  'station.hand_in_cut': {
    says: {
      en: 'The file did not come whole: {expected} bytes were announced, {found} came.',
      zh: '文件未完整到达：声明 {expected} 字节，实收 {found} 字节。',
    },
    next: { en: 'Nothing was taken in. Send it again.', zh: '未采集任何内容，请重新发送。' },
  },
  'station.digest_differs': {
    says: {
      en: 'The file that came is not the one that was announced: SHA-256 {expected} was said, {found} came.',
      zh: '收到的文件与声明不符：声明的 SHA-256 为 {expected}，实收为 {found}。',
    },
    next: {
      en: 'Nothing was taken in. Compare it with its source, then send it again.',
      zh: '未采集任何内容。请与来源核对后重新发送。',
    },
  },
  'station.second_same': {
    says: {
      en: '{found} hands it in already; the second person must be another one.',
      zh: '{found} 即为移交人；在场第二人须为另一人。',
    },
    next: {
      en: 'Name who else was there; where two people have one name, give their officer numbers.',
      zh: '请写明在场的另一人；如有同名，请填写执法人员编号。',
    },
  },
  'station.recorder_unknown': {
    says: {
      en: 'No recorder or other source {recorder} is registered.',
      zh: '没有登记编号为 {recorder} 的执法记录设备。',
    },
    next: {
      en: 'Check the number, or register it first: docket register set recorders number={recorder}. Without --recorder the card itself says whose it is.',
      zh: '请核对编号，或先登记：docket register set recorders number={recorder}。不带 --recorder 时以存储卡自身标识为准。',
    },
  },
  'station.folder_inside': {
    says: {
      en: 'The folder {folder} belongs to the station itself ({data}) and is no recorder card.',
      zh: '文件夹 {folder} 属于站点自身（{data}），不是执法记录仪存储卡。',
    },
    next: {
      en: 'Name the folder or mount of a recorder card.',
      zh: '请指定执法记录仪存储卡的文件夹或挂载点。',
    },
  },
  'station.docking_unknown': {
    says: { en: 'There is no docking {docking} under way.', zh: '没有正在进行的接入 {docking}。' },
    next: { en: 'docket status shows what is docked.', zh: '运行 docket status 查看当前接入。' },
  },
  'station.evidence_unknown': {
    says: { en: 'There is no evidence item {evidence}.', zh: '没有证据条目 {evidence}。' },
    next: { en: 'docket evidence list shows them.', zh: '运行 docket evidence list 查看证据条目。' },
  },
  'station.entry_unknown': {
    says: {
      en: 'The ledger has no entry {seq}; it holds {size}.',
      zh: '保管链中没有第 {seq} 条记录，共有 {size} 条。',
    },
    next: { en: 'Entries are counted from 0.', zh: '条目从 0 开始编号。' },
  },
  'station.daemon_silent': {
    says: {
      en: 'The daemon’s socket {path} is there but does not answer: {found}.',
      zh: '守护进程的套接字 {path} 存在但无响应：{found}。',
    },
    next: {
      en: 'See whether the daemon hangs (docket doctor), then try again.',
      zh: '请检查守护进程是否卡死（docket doctor），然后重试。',
    },
  },
  'station.destination_exists': {
    says: {
      en: 'The destination {path} exists already and is not overwritten.',
      zh: '目标 {path} 已存在，不会被覆盖。',
    },
    next: { en: 'Choose a name that is free, or an empty folder.', zh: '请选择尚不存在的名称，或空文件夹。' },
  },
  'station.object_unsound': {
    says: {
      en: 'The original of {evidence} is not what the ledger says: {found}.',
      zh: '证据 {evidence} 的原始资料与保管链记载不符：{found}。',
    },
    next: {
      en: 'Nothing was exported. Run docket verify --vault full and keep the disk as it is.',
      zh: '未导出任何内容。请运行 docket verify --vault full，并保持磁盘现状。',
    },
  },
  'station.attachment_unknown': {
    says: { en: 'No file {found} is attached to it.', zh: '其附件中没有文件 {found}。' },
    next: { en: 'Take the digest from its list of attachments.', zh: '请从附件清单中选取摘要。' },
  },
  'station.not_stored': {
    says: {
      en: 'The original of {evidence} is not in the vault yet, or the vault cannot be reached.',
      zh: '证据 {evidence} 的原始资料尚未入库，或存证库无法访问。',
    },
    next: {
      en: 'docket evidence show {evidence} says where it lies; ask again when it is stored.',
      zh: '运行 docket evidence show {evidence} 查看其所在；入库后再试。',
    },
  },
  'station.usage': {
    says: { en: 'The command line was not understood: {found}.', zh: '无法识别该命令行：{found}。' },
    next: {
      en: 'docket --help shows the commands, docket COMMAND --help one of them.',
      zh: '运行 docket --help 查看全部命令，docket 命令 --help 查看单个命令。',
    },
  },
  'station.attachment_wrong': {
    says: { en: 'The file {path} cannot be used: {found}.', zh: '文件 {path} 无法使用：{found}。' },
    next: { en: 'Name a file that this user may read.', zh: '请指定当前用户可读取的文件。' },
  },
  'station.value_wrong': {
    says: {
      en: '{option} must be {allowed}; found: {found}.',
      zh: '{option} 应为 {allowed}，实际为：{found}。',
    },
    next: {
      en: 'docket {command} --help shows what it takes.',
      zh: '运行 docket {command} --help 查看用法。',
    },
  },
  'station.internal': {
    says: { en: 'Docket met a defect of its own: {found}.', zh: 'Docket 遇到自身缺陷：{found}。' },
    next: {
      en: 'Nothing that was stored is affected. Report it with the log of this moment.',
      zh: '已存证的内容不受影响。请附上此刻的日志上报。',
    },
  },
} as const satisfies Readonly<Record<string, Problem>>;
