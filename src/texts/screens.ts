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
  'cli.ingest': { en: 'take in a folder or mounted card now', zh: '立即采集一个文件夹或已挂载的存储卡' },
  'cli.ingest.done': {
    en: '{docking}: recorder {recorder}, {stored} stored, {alreadyStored} known already, {secured} secured, {failed} failed, {deferred} deferred, {ignored} ignored',
    zh: '{docking}：执法记录仪 {recorder}，已存证 {stored}，此前已存 {alreadyStored}，已暂存 {secured}，失败 {failed}，推迟 {deferred}，忽略 {ignored}',
  },
  'cli.ingest.refused.no_profile': {
    en: '{docking}: refused, the card matches no device profile. docket devices test FOLDER shows why.',
    zh: '{docking}：已拒绝，存储卡与任何设备型号档案都不匹配。运行 docket devices test FOLDER 查看原因。',
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
