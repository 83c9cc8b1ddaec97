import type { Text } from './text.ts';

export const doctorTexts = {
  'cli.doctor': {
    en: 'look whether this machine and this station are in order',
    zh: '检查本机与本站是否正常',
  },
  'cli.doctor.ok': { en: 'ok', zh: '正常' },
  'cli.doctor.warning': { en: 'warning', zh: '警告' },
  'cli.doctor.failed': { en: 'FAILED', zh: '失败' },
  'cli.doctor.unknown': { en: 'unknown', zh: '未知' },
  'cli.doctor.sum_ok': { en: 'Nothing stands in the way.', zh: '一切就绪。' },
  'cli.doctor.sum_warned': {
    en: 'The station can work; {warnings} warning(s) deserve a look.',
    zh: '站点可以工作；有 {warnings} 个警告需要留意。',
  },
  'cli.doctor.sum_failed': {
    en: '{failed} check(s) failed; the station cannot work like this.',
    zh: '{failed} 项检查失败；站点无法正常工作。',
  },

  'doctor.node': { en: 'Node {version}', zh: 'Node {version}' },
  'doctor.node.old': {
    en: 'Node {version}; Docket needs {needed}',
    zh: 'Node {version}；Docket 需要 {needed}',
  },
  'doctor.node.next': {
    en: 'Run scripts/start, which brings the right one.',
    zh: '运行 scripts/start，会自动安装所需版本。',
  },
  'doctor.tool': { en: '{tool}: {version}', zh: '{tool}：{version}' },
  'doctor.tool.missing': {
    en: '{tool} is missing; viewing copies cannot be made',
    zh: '缺少 {tool}，无法生成预览副本',
  },
  'doctor.tool.exiftool': {
    en: 'exiftool is missing; positions inside recordings cannot be read, those in sidecars can',
    zh: '缺少 exiftool，无法读取录像文件内的位置；附属文件中的位置可以读取',
  },
  'doctor.tool.next': { en: 'apt-get install {package}', zh: '安装：apt-get install {package}' },
  'doctor.usb': {
    en: 'this machine has a USB bus; recorders on it: {mode} (dock.usb.mode)',
    zh: '本机有 USB 总线；其上的记录仪：{mode}（dock.usb.mode）',
  },
  'doctor.udev': { en: 'udev passes on what is plugged in', zh: 'udev 会通知设备插拔' },
  'doctor.udev.none': {
    en: 'udev does not run; recorders are noticed by scanning alone',
    zh: 'udev 未运行；仅靠扫描发现记录仪',
  },
  'doctor.udev.next': {
    en: 'Start it (systemctl start systemd-udevd): a recorder is then noticed at once, and by desktops too.',
    zh: '请启动 udev（systemctl start systemd-udevd），以便及时发现记录仪。',
  },
  'doctor.mount': {
    en: 'recorders are mounted read-only below {folder}',
    zh: '记录仪以只读方式挂载于 {folder} 之下',
  },
  'doctor.mount.none': {
    en: 'dock.usb.mode is manage, and this user may not mount',
    zh: 'dock.usb.mode 为 manage，但当前用户无挂载权限',
  },
  'doctor.mount.next': {
    en: 'Run the daemon as root, or set dock.usb.mode to observe and let something else mount.',
    zh: '请以 root 运行，或将 dock.usb.mode 设为 observe，由其他程序挂载。',
  },
  'doctor.usb.none': {
    en: 'this machine has no USB bus; cards in watched folders are taken in all the same',
    zh: '本机没有 USB 总线；监视文件夹中的存储卡仍可采集',
  },
  'doctor.usb.next': {
    en: 'On a docking station look at the cable and power of the dock; elsewhere nothing needs to be done.',
    zh: '若为采集站，请检查采集柜的线缆与供电；其他机器无需处理。',
  },
  'doctor.clock': { en: 'the clock is synchronised; {now}', zh: '时钟已同步；{now}' },
  'doctor.clock.adrift': { en: 'the clock is not synchronised; {now}', zh: '时钟未同步；{now}' },
  'doctor.clock.unknown': {
    en: 'this machine does not say whether its clock is synchronised; {now}',
    zh: '本机未说明时钟是否同步；{now}',
  },
  'doctor.clock.next': {
    en: 'Set up time synchronisation (timedatectl set-ntp true): deadlines and ledger go by this clock.',
    zh: '请启用时间同步（timedatectl set-ntp true）：时限与保管链以本机时钟为准。',
  },
  'doctor.clock.look': { en: 'Compare the time with a clock you trust.', zh: '请与可信的时钟核对时间。' },

  'doctor.config': { en: 'configuration {file}', zh: '配置文件 {file}' },
  'doctor.profiles': { en: '{count} device profiles', zh: '{count} 个设备型号档案' },
  'doctor.dock': { en: 'watched folder {folder}', zh: '监视文件夹 {folder}' },
  'doctor.dock.none': { en: 'no folder is watched', zh: '没有监视任何文件夹' },
  'doctor.dock.none_next': {
    en: 'Name the folders where recorders appear under dock.folders, or use docket ingest FOLDER.',
    zh: '请在 dock.folders 中填写执法记录仪出现的文件夹，或使用 docket ingest 文件夹。',
  },
  'doctor.dock.missing': {
    en: 'the watched folder {folder} cannot be read: {errno}',
    zh: '监视文件夹 {folder} 无法读取：{errno}',
  },
  'doctor.dock.next': {
    en: 'Create it or correct dock.folders; the daemon waits for it to appear.',
    zh: '请创建该文件夹或更正 dock.folders；守护进程会等待其出现。',
  },

  'doctor.data': { en: 'data folder {folder}, station {code}', zh: '数据文件夹 {folder}，站点 {code}' },
  'doctor.data.none': { en: '{folder} is no station yet', zh: '{folder} 尚未创建站点' },
  'doctor.data.none_next': {
    en: 'Create it with: docket init --data {folder}',
    zh: '请创建：docket init --data {folder}',
  },
  'doctor.key': { en: 'the station key can be read by this user alone', zh: '站点密钥仅当前用户可读' },
  'doctor.database': { en: 'ledger of {size} entries', zh: '保管链 {size} 条' },
  'doctor.ledger_time': { en: 'no entry is ahead of the clock', zh: '没有条目时间超前于时钟' },
  'doctor.ledger_time.ahead': {
    en: 'since entry {since} the ledger is ahead of the clock, by {length} now: new entries bear {until} until then',
    zh: '自第 {since} 条起保管链时间超前于时钟，现超前 {length}：在此之前新条目的时间均为 {until}',
  },
  'doctor.ledger_time.next': {
    en: 'The clock was ahead and was put back. Check that it is right now; times of what was done meanwhile need a person to look at them.',
    zh: '时钟曾偏快后被调回。请确认现已准确；其间的时间须人工核对。',
  },
  'doctor.calendar': {
    en: 'the working days are known to the end of {year}',
    zh: '工作日安排已知至 {year} 年底',
  },
  'doctor.calendar.missing': {
    en: 'the working days of {year} are not known: deadlines that reach into it are provisional',
    zh: '{year} 年的工作日安排尚未录入：涉及该年的时限为暂定',
  },
  'doctor.calendar.next': {
    en: 'When the State Council has announced them: docket calendar import FILE --year {year}, or the calendar of the console.',
    zh: '国务院公布后请运行 docket calendar import 文件 --year {year}，或在控制台的工作日历中导入。',
  },
  'doctor.strays': {
    en: 'nothing stands among the originals that no entry names',
    zh: '原始资料文件夹中没有未经条目记载的文件',
  },
  'doctor.strays.found': {
    en: '{count} file(s) among the originals are in no entry: {names}',
    zh: '原始资料文件夹中有 {count} 个文件未经条目记载：{names}',
  },
  'doctor.strays.unknown': {
    en: 'not every file among the originals could be looked at in {seconds} s',
    zh: '{seconds} 秒内未能看完原始资料文件夹中的全部文件',
  },
  'doctor.strays.next': {
    en: 'Docket has not put them there and removes nothing. Find out who did; a file named by a digest may be a recording that came in after the newest entry that was had back.',
    zh: '这些文件并非由 Docket 放入，Docket 也不会删除。请查明来源；以摘要命名的文件可能是恢复后最新条目之后采集的记录。',
  },
  'doctor.strays.unknown_next': {
    en: 'docket verify looks at all of them.',
    zh: '运行 docket verify 可全部核对。',
  },
  'doctor.vault': { en: 'vault {folder}', zh: '存证库 {folder}' },
  'doctor.daemon': { en: 'the daemon runs and answers', zh: '守护进程正在运行且有响应' },
  'doctor.daemon.none': { en: 'no daemon runs', zh: '守护进程未运行' },
  'doctor.daemon.hangs': {
    en: 'the daemon does not answer within {seconds} s',
    zh: '守护进程 {seconds} 秒内无响应',
  },
  'doctor.daemon.next': {
    en: 'Look at its log, then stop it (kill -TERM) and start it again; nothing is lost.',
    zh: '请查看其日志，再停止（kill -TERM）并重新启动；不会丢失数据。',
  },

  'doctor.filesystem': { en: '{folder} lies on {filesystem}', zh: '{folder} 位于 {filesystem} 文件系统' },
  'doctor.filesystem.unknown': {
    en: 'the file system of {folder} is not known',
    zh: '无法得知 {folder} 的文件系统',
  },
  'doctor.filesystem.memory': {
    en: '{folder} lies on {filesystem}, in memory: everything is gone after a restart',
    zh: '{folder} 位于内存文件系统 {filesystem}：重启后全部丢失',
  },
  'doctor.filesystem.network': {
    en: '{folder} lies on the network file system {filesystem}: locks and fsync cannot be relied on',
    zh: '{folder} 位于网络文件系统 {filesystem}：锁与 fsync 不可靠',
  },
  'doctor.filesystem.no_links': {
    en: '{folder} lies on {filesystem}, which has no hard links: originals cannot be published',
    zh: '{folder} 位于不支持硬链接的 {filesystem}：无法存入原始资料',
  },
  'doctor.filesystem.next': {
    en: 'Put it on a local disk with ext4 or xfs.',
    zh: '请放在本机的 ext4 或 xfs 磁盘上。',
  },
  'doctor.space': { en: '{free} free at {folder}', zh: '{folder} 可用 {free}' },
  'doctor.space.low': {
    en: 'only {free} free at {folder}; below {reserve} intake waits',
    zh: '{folder} 仅剩 {free}；低于 {reserve} 时采集暂停',
  },
  'doctor.space.next': { en: 'Make room or add a disk.', zh: '请释放空间或增加磁盘。' },
  'doctor.write': { en: '{folder} can be written durably', zh: '{folder} 可持久写入' },
  'doctor.write.refused': { en: '{folder} cannot be written: {errno}', zh: '{folder} 无法写入：{errno}' },
  'doctor.write.next': {
    en: 'Give this user the right, or look at the disk (dmesg).',
    zh: '请授予当前用户权限，或检查磁盘（dmesg）。',
  },
  'doctor.direct': {
    en: 'copies are read back from the disk itself (O_DIRECT)',
    zh: '可绕过缓存从磁盘读回（O_DIRECT）',
  },
  'doctor.direct.second': {
    en: 'this file system has no O_DIRECT; copies are read back after the cache was dropped',
    zh: '该文件系统不支持 O_DIRECT；清除缓存后再读回',
  },
  'doctor.direct.next': {
    en: 'For the stronger check put the vault on ext4 or xfs.',
    zh: '如需更强的校验，请将存证库放在 ext4 或 xfs 上。',
  },
  'doctor.immutable': { en: 'originals get the immutable flag', zh: '原始资料可设不可修改标志' },
  'doctor.immutable.none': {
    en: 'originals get no immutable flag, read-only mode alone: {because}',
    zh: '原始资料无法设不可修改标志，仅为只读：{because}',
  },
  'doctor.immutable.next': {
    en: 'Run the station as root or with CAP_LINUX_IMMUTABLE, on ext4, xfs or btrfs.',
    zh: '请以 root 或具有 CAP_LINUX_IMMUTABLE 权限运行，并使用 ext4、xfs 或 btrfs。',
  },
  'doctor.immutable.off': {
    en: 'the immutable flag is switched off (vault.immutable: off)',
    zh: '不可修改标志已关闭（vault.immutable: off）',
  },
} as const satisfies Readonly<Record<string, Text>>;
