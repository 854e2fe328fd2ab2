// What a reader downloads is a promise: the build fails when the embed outgrows it. The other files are for few.
import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const limit = 60_000;
const folder = new URL('../dist/', import.meta.url);
const files = readdirSync(folder).filter(name => name.endsWith('.js'));
let embed = 0;
for (const name of files) {
  const bytes = readFileSync(new URL(name, folder));
  const packed = gzipSync(bytes, { level: 9 }).length;
  if (name === 'embed.js') embed = packed;
  console.log(`${name}: ${(bytes.length / 1000).toFixed(1)} kB, ${(packed / 1000).toFixed(1)} kB gzip`);
}

if (embed > limit) {
  console.error(`The embed is ${(embed / 1000).toFixed(1)} kB gzip; the limit is ${limit / 1000} kB.`);
  process.exit(1);
}
