// What a reader downloads is a promise: the build fails when the embed outgrows it. The desk is for few, who stay.
import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const limit = 60_000;
const folder = new URL('../dist/', import.meta.url);
const files = readdirSync(folder).filter(name => name.endsWith('.js'));
let total = 0;
for (const name of files) {
  const bytes = readFileSync(new URL(name, folder));
  const packed = gzipSync(bytes, { level: 9 }).length;
  if (name !== 'desk.js') total += packed;
  console.log(`${name}: ${(bytes.length / 1000).toFixed(1)} kB, ${(packed / 1000).toFixed(1)} kB gzip`);
}

if (total > limit) {
  console.error(`The embed is ${(total / 1000).toFixed(1)} kB gzip; the limit is ${limit / 1000} kB.`);
  process.exit(1);
}
