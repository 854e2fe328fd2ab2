import { defineConfig } from 'vitest/config';
import { leanEmbed } from './build/lean.js';

export default defineConfig({
  plugins: [leanEmbed()],
  build: {
    target: 'es2022',
    modulePreload: false,
    reportCompressedSize: false,
    // Not Vite's library mode: it leaves modules unminified.
    rolldownOptions: {
      input: { embed: 'src/embed.ts' },
      output: { entryFileNames: '[name].js', minify: true },
      preserveEntrySignatures: false,
    },
  },
  test: { include: ['tests/**/*.test.ts'] },
});
