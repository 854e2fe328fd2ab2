import { defineConfig } from 'vitest/config';
import { besideEmbed, leanEmbed } from './build/lean.js';

/** Each file is a build of its own: in one they would share files, and what a reader loads is one file. */
export default defineConfig(({ mode }) => ({
  plugins: mode === 'desk' ? [] : [leanEmbed(), ...(mode === 'inbox' ? [besideEmbed()] : [])],
  build: {
    target: 'es2022',
    modulePreload: false,
    reportCompressedSize: false,
    emptyOutDir: mode !== 'inbox' && mode !== 'desk',
    // Not Vite's library mode: it leaves modules unminified.
    rolldownOptions: {
      input: mode === 'desk' ? { desk: 'src/desk.ts' } : mode === 'inbox' ? { inbox: 'src/inbox.ts' } : { embed: 'src/embed.ts' },
      output: { entryFileNames: '[name].js', assetFileNames: '[name][extname]', minify: true },
      preserveEntrySignatures: mode === 'inbox' || mode === 'desk' ? false : 'strict',
    },
  },
  test: { include: ['tests/**/*.test.ts'] },
}));
