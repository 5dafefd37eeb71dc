// Builds the script that other sites embed: one classic file of a fixed name, beside the pages.
import { build } from 'vite';
import type { Plugin } from 'vite';

/** A build of its own, because the pages are modules with hashed names: a site's script tag needs neither. */
export function widgetBuild(entry: string): Plugin {
  let outDir = '';
  return {
    name: 'bellwire-widget',
    apply: 'build',
    configResolved: (config) => {
      outDir = config.build.outDir;
    },
    closeBundle: async () => {
      await build({
        configFile: false,
        logLevel: 'warn',
        build: {
          outDir,
          emptyOutDir: false,
          copyPublicDir: false,
          target: 'es2022',
          lib: {
            entry,
            name: 'bellwire',
            formats: ['iife'],
            fileName: () => 'widget.js',
          },
        },
      });
    },
  };
}
