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
  plugins: [react(), widgetBuild()],
  build: {
    outDir: here('./dist'),
    emptyOutDir: true,
    target: 'es2022',
    // A font written into the style sheet would be refused by our own Content-Security-Policy.
    assetsInlineLimit: 0,
    rolldownOptions: { input: { app: here('./index.html'), chat: here('./chat.html') } },
    // The canvas is the largest chunk, loaded only where a flow is drawn.
    chunkSizeWarningLimit: 600,
  },
  server: { host: '127.0.0.1' },
  preview: { host: '127.0.0.1' },
});
