import type { ThemeConfig } from 'antd';

/** The look of antd: dense, calm, and with every text dark enough to read. */
export const THEME: ThemeConfig = {
  token: {
    colorPrimary: '#0b5cad',
    colorLink: '#0b5cad',
    colorError: '#b42318',
    colorErrorText: '#b42318',
    colorText: '#1f2328',
    colorTextSecondary: '#4b535d',
    colorTextTertiary: '#59636e',
    colorTextQuaternary: '#59636e',
    colorTextPlaceholder: '#66707b',
    colorTextDescription: '#4b535d',
    colorBorder: '#b8c0c9',
    borderRadius: 3,
    fontSize: 14,
    fontFamily: "system-ui, -apple-system, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans SC', sans-serif",
    motion: false,
  },
};
