import type { Text } from './text.ts';

/** What the command line says beside its errors. */
export const screenTexts = {
  'cli.docket': {
    en: 'Docking station for body-worn recorders: verified, write-once originals with a provable custody history.',
    zh: '执法记录仪采集站：经校验、一次写入的原始资料，保管链全程可证。',
  },
  'cli.option.config': {
    en: 'configuration file (default: ingest.config.yaml in the data folder, else the shipped one)',
    zh: '配置文件（默认：数据文件夹中的 ingest.config.yaml，否则为随程序提供的配置）',
  },
  'cli.option.data': {
    en: 'data folder (default: $DOCKET_DATA, dataFolder in the configuration, ~/.local/share/docket)',
    zh: '数据文件夹（默认：$DOCKET_DATA、配置中的 dataFolder、~/.local/share/docket）',
  },
  'cli.option.json': {
    en: 'one JSON document on standard output, errors too',
    zh: '在标准输出给出一个 JSON 文档，错误亦然',
  },
  'cli.option.help': { en: 'show this help', zh: '显示帮助' },
  'cli.option.version': { en: 'show the version', zh: '显示版本' },

  'cli.init': {
    en: 'create the data folder: station key, vault and ledger; repeated it changes nothing',
    zh: '创建数据文件夹：站点密钥、存证库与保管链；重复执行不作更改',
  },
  'cli.init.done': {
    en: 'Station {code} stands in {folder}.\nLedger {origin}\nPublic key (give it to whoever is to verify): {vkey}',
    zh: '站点 {code} 已就绪：{folder}\n保管链 {origin}\n公钥（请交给负责核验的人员）：{vkey}',
  },
  'cli.init.administrator': {
    en: 'First account: {name}\nOne-time password, shown now and never again: {password}',
    zh: '首个账号：{name}\n一次性密码，仅此一次显示：{password}',
  },
  'cli.ingest': { en: 'take in a folder or mounted card now', zh: '立即采集一个文件夹或已挂载的存储卡' },
  'cli.ingest.from': {
    en: 'how it came where it did not come over the dock: reader (the card of a recorder that does not work), camera, surveillance (an export), other; the last three take any media file',
    zh: '非仓位接入的途径：reader 读卡器（记录仪故障时）、camera 照相机摄像机、surveillance 视频监控导出、other 其他；后三种采集任何音像文件',
  },
  'cli.ingest.handed_in_by': {
    en: 'who hands it in: officer number or name; needed with --from',
    zh: '移交人：执法人员编号或姓名；使用 --from 时必填',
  },
  'cli.ingest.why': {
    en: 'why it comes this way; needed with --from',
    zh: '以此途径移交的事由；使用 --from 时必填',
  },
  'cli.ingest.seal': { en: 'number of the seal under which it came', zh: '封签编号' },
  'cli.ingest.second_person': {
    en: 'who else was present: officer number or name',
    zh: '在场第二人：执法人员编号或姓名',
  },
  'cli.ingest.recorder': {
    en: "whose it is by that person's word: a registered number; refused where the card says otherwise",
    zh: '移交人所述的归属：已登记的设备编号；与存储卡自身标识不符时拒绝',
  },
  'cli.ingest.came': { en: 'It came in as: {way}.', zh: '采集途径：{way}。' },
  'cli.ingest.by_word': {
    en: 'That it is of {recorder} is the word of who handed it in; nothing on it says otherwise.',
    zh: '归属 {recorder} 系移交人所述；未见相反标识。',
  },
  'cli.ingest.done': {
    en: '{docking}: recorder {recorder}, {stored} stored, {alreadyStored} known already, {secured} secured, {failed} failed, {deferred} deferred, {ignored} ignored',
    zh: '{docking}：执法记录仪 {recorder}，已存证 {stored}，此前已存 {alreadyStored}，已暂存 {secured}，失败 {failed}，推迟 {deferred}，忽略 {ignored}',
  },
  'cli.ingest.refused.no_profile': {
    en: '{docking}: refused, the card matches no device profile. docket devices test FOLDER shows why. What a camera or a surveillance system has written comes in with --from (docket ingest --help).',
    zh: '{docking}：已拒绝，存储卡与任何设备型号档案都不匹配。运行 docket devices test FOLDER 查看原因。照相机、监控系统的文件请用 --from 采集（docket ingest --help）。',
  },
  'cli.ingest.refused.no_media': {
    en: '{docking}: refused, there is no media file in the folder. docket devices test FOLDER --from other lists what is.',
    zh: '{docking}：已拒绝，文件夹中没有音像文件。运行 docket devices test FOLDER --from other 查看其内容。',
  },
  'cli.ingest.refused.no_profile_reader': {
    en: '{docking}: refused, the card matches no device profile. docket devices test FOLDER shows why; add a profile of its model, or take it in with --from other, which takes any media file.',
    zh: '{docking}：已拒绝，存储卡与任何设备型号档案都不匹配。运行 docket devices test FOLDER 查看原因；请添加该型号的档案，或改用 --from other（采集任何音像文件）。',
  },
  'cli.ingest.refused.contradicted': {
    en: '{docking}: refused, what is said of the card does not agree: {claims}. Find out whose it is. Without --recorder its own marks decide; where they disagree among themselves it comes in as unassigned.',
    zh: '{docking}：已拒绝，关于归属的说法不一致：{claims}。请查明归属。不带 --recorder 时以存储卡自身标识为准；标识之间不一致时按“未归属”采集。',
  },
  'cli.ingest.refused.unregistered': {
    en: '{docking}: refused, recorder {recorder} is not registered. docket devices register {recorder}',
    zh: '{docking}：已拒绝，执法记录仪 {recorder} 未登记。docket devices register {recorder}',
  },
  'cli.serve': {
    en: 'run the daemon: watch the dock and take in what appears',
    zh: '运行守护进程：监视接入并采集',
  },
  'cli.serve.plain': { en: 'log lines instead of a live view', zh: '输出日志行，不显示实时视图' },
  'cli.serve.ready': {
    en: 'Station {code} is ready; watching {folders}. Ctrl-C stops it.',
    zh: '站点 {code} 已就绪；正在监视 {folders}。按 Ctrl-C 停止。',
  },
  'cli.serve.nothing_watched': {
    en: 'no folder (dock.folders in the configuration is empty; docket ingest FOLDER works)',
    zh: '无文件夹（配置中的 dock.folders 为空；可使用 docket ingest FOLDER）',
  },
  'cli.serve.stopping': {
    en: 'Stopping; what is read already is still stored.',
    zh: '正在停止；已读取的内容仍会存证。',
  },
  'cli.serve.stopped': { en: 'Stopped.', zh: '已停止。' },
} as const satisfies Readonly<Record<string, Text>>;
