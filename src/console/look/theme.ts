import type { ThemeConfig } from 'antd';

/** Ink on paper, one blue: nothing on a page is louder than what it says. Contrasts are WCAG AA and better. */
export const colours = {
  ink: '#16212f',
  quiet: '#4d5b6b',
  line: '#d9dfe6',
  paper: '#ffffff',
  ground: '#f3f5f8',
  blue: '#1c4f8f',
  good: '#1d6b3f',
  warn: '#8a4b00',
  bad: '#b3261e',
} as const;

const fonts =
  'system-ui, -apple-system, "Segoe UI", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "WenQuanYi Micro Hei", sans-serif';

/** @param large 适老版: type and targets that are read and met without glasses */
export function themeOf(large: boolean): ThemeConfig {
  return {
    token: {
      ...{ colorPrimary: colours.blue, colorInfo: colours.blue, colorLink: colours.blue },
      ...{ colorSuccess: colours.good, colorWarning: colours.warn, colorError: colours.bad },
      ...{ colorText: colours.ink, colorTextSecondary: colours.quiet, colorTextTertiary: '#566373' },
      ...{ colorTextPlaceholder: '#5f6c7b', colorTextDescription: colours.quiet },
      ...{ colorTextDisabled: '#667383', colorBgContainerDisabled: '#eef1f4' },
      ...{ colorBorder: '#b4bfca', colorBorderSecondary: colours.line, colorBgLayout: colours.ground },
      ...{ borderRadius: 4, borderRadiusLG: 6, borderRadiusSM: 3, wireframe: false, motion: false },
      ...{ fontFamily: fonts, fontSize: large ? 19 : 14, controlHeight: large ? 46 : 34 },
      controlOutline: 'rgba(28, 79, 143, 0.35)',
    },
    components: {
      Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none', fontWeight: 500 },
      Form: { itemMarginBottom: 18, labelColor: colours.ink },
      Modal: { titleFontSize: large ? 23 : 17 },
    },
  };
}
