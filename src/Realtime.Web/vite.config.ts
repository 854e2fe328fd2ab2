import { defineConfig } from 'vitest/config';
import { leanEmbed } from './build/lean.js';

/** The embed and the desk are two builds: in one they would share files, and what a reader loads is one file. */
export default defineConfig(({ mode }) => ({
  plugins: mode === 'desk' ? [] : [leanEmbed()],
  build: {
    target: 'es2022',
    modulePreload: false,
    reportCompressedSize: false,
    emptyOutDir: mode !== 'desk',
    // Not Vite's library mode: it leaves modules unminified.
    rolldownOptions: {
      input: mode === 'desk' ? { desk: 'src/desk.ts' } : { embed: 'src/embed.ts' },
      output: { entryFileNames: '[name].js', assetFileNames: '[name][extname]', minify: true },
      preserveEntrySignatures: false,
    },
  },
  test: { include: ['tests/**/*.test.ts'] },
}));
