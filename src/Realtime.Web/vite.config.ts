import { defineConfig } from 'vitest/config';
import { besideEmbed, leanEmbed } from './build/lean.js';

/** Each file is a build of its own: in one they would share files, and what a reader loads is one file. */
export default defineConfig(({ mode }) => ({
  plugins: [leanEmbed(), ...(mode === 'inbox' ? [besideEmbed()] : [])],
  build: {
    target: 'es2022',
    modulePreload: false,
    reportCompressedSize: false,
    emptyOutDir: mode !== 'inbox',
    // Not Vite's library mode: it leaves modules unminified.
    rolldownOptions: {
      input: mode === 'inbox' ? { inbox: 'src/inbox.ts' } : { embed: 'src/embed.ts' },
      output: { entryFileNames: '[name].js', minify: true },
      preserveEntrySignatures: mode === 'inbox' ? false : 'strict',
    },
  },
  test: { include: ['tests/**/*.test.ts'] },
}));
