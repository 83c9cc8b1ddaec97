import type { Text } from './text.ts';

export const locationTexts = {
  'cli.location.waiting': {
    en: 'where it was made has not been looked at yet',
    zh: '尚未读取录制地点',
  },
  'cli.location.none': {
    en: 'neither the file nor what lies beside it says a position',
    zh: '文件及附属文件均无可用位置',
  },
  'cli.location.coordinates': { en: 'coordinates', zh: '坐标' },
  'cli.location.wgs84': { en: 'WGS-84 {position}', zh: 'WGS-84 {position}' },
  'cli.location.gcj02': {
    en: 'GCJ-02 {position} (for Chinese maps)',
    zh: 'GCJ-02 {position}（用于国内地图）',
  },
  'cli.location.accuracy': { en: 'within some {meters} m', zh: '精度约 {meters} 米' },
  'cli.location.entered': { en: 'entered by a person', zh: '人工录入' },
  'cli.location.track': { en: 'positions', zh: '定位' },
  'cli.location.claim': { en: '{source}: {fixes} fix(es)', zh: '{source}：{fixes} 个定位点' },
  'cli.location.span': { en: '{start} to {end}', zh: '{start} 至 {end}' },
  'cli.location.kept': {
    en: '{points} kept, the others within {meters} m of one',
    zh: '保留 {points} 个点，其余与保留点相距不超过 {meters} 米',
  },
  'cli.location.dropped': { en: 'not believed: {dropped}', zh: '不可信：{dropped}' },
  'cli.location.cut': { en: 'breaks off, or is longer than is read', zh: '内容中断或过长' },
  'cli.location.apart': {
    en: '{meters} m from the believed positions',
    zh: '与采信位置相距 {meters} 米',
  },
  'cli.location.drop.check_sum': { en: '{count} with a wrong check sum', zh: '校验和错误 {count} 个' },
  'cli.location.drop.malformed': { en: '{count} unreadable', zh: '无法读取 {count} 个' },
  'cli.location.drop.nowhere': { en: '{count} at 0,0', zh: '坐标为 0,0 的 {count} 个' },
  'cli.location.drop.off_earth': { en: '{count} out of range', zh: '超出范围 {count} 个' },
  'cli.location.drop.jump': { en: '{count} that jump', zh: '异常跳变 {count} 个' },
  'cli.evidence.track': {
    en: 'write where an item was made into a new file, GPX or GeoJSON (WGS-84)',
    zh: '将条目的轨迹写入新文件，GPX 或 GeoJSON（WGS-84）',
  },
  'cli.evidence.track_file': {
    en: 'new file, .gpx, .geojson or .json',
    zh: '新文件，.gpx、.geojson 或 .json',
  },
  'cli.evidence.track_written': {
    en: 'The track of {evidence} was written to {destination}: {points} point(s).',
    zh: '{evidence} 的轨迹已写入 {destination}：{points} 个点。',
  },
} as const satisfies Readonly<Record<string, Text>>;
