import { defineConfig } from 'vitest/config';

export default defineConfig({
  build: {
    target: 'es2022',
    lib: { entry: { embed: 'src/embed.ts' }, formats: ['es'], fileName: (_, name) => `${name}.js` },
    reportCompressedSize: false,
  },
  test: { include: ['tests/**/*.test.ts'] },
});
