import { Button, ConfigProvider, Typography } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');

createRoot(root).render(
  <StrictMode>
    <ConfigProvider locale={zhCN} theme={{ token: { colorPrimary: '#0958d9' } }}>
      <main>
        <Typography.Title>津贴</Typography.Title>
        <Button type="primary" href="/docs">
          接口文档
        </Button>
      </main>
    </ConfigProvider>
  </StrictMode>,
);
