// How the web room is built: one chunk per screen, sizes printed, everything into web/dist.
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { fileURLToPath } from 'node:url';
import { widgetBuild } from './widget-build.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  root: here('.'),
  // Relative addresses in the page would break under /bots/42: everything is served from the root.
  base: '/',
  plugins: [react(), widgetBuild(here('./chat/widget.ts'))],
  build: {
    outDir: here('./dist'),
    emptyOutDir: true,
    target: 'es2022',
    // Small fonts written into the style sheet as data: addresses are refused by our own content security policy.
    assetsInlineLimit: 0,
    rolldownOptions: { input: { app: here('./index.html'), chat: here('./chat.html') } },
    // The canvas is the largest chunk, loaded only where a flow is drawn.
    chunkSizeWarningLimit: 600,
  },
  // `npx vite web` for work on the screens: each edit shows at once; the API is a server that runs beside it.
  server: {
    host: '127.0.0.1',
    // The host stays the page's own, by which the server knows that a write comes from its pages.
    proxy: { '/api': { target: process.env.BELLWIRE_API ?? 'http://127.0.0.1:3000', changeOrigin: false } },
  },
  preview: { host: '127.0.0.1' },
});
