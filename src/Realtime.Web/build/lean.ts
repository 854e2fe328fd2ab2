import type { Plugin } from 'vite';

/** Modules of the SignalR client for browsers, transports and resends that the embed never uses: who reconnects here watches from its position. */
const unused: Readonly<Record<string, string>> = {
  'XhrHttpClient.js': 'XhrHttpClient',
  'ServerSentEventsTransport.js': 'ServerSentEventsTransport',
  'MessageBuffer.js': 'MessageBuffer',
};

/** Takes out of the embed what every reader would download for nothing; the client's log is switched off there, so its sentences go as well. */
export function leanEmbed(): Plugin {
  return {
    name: 'lean-embed',
    enforce: 'pre',
    apply: 'build',
    load(id) {
      const name = id.includes('@microsoft/signalr') ? unused[fileOf(id)] : undefined;
      return name ? `export class ${name} {}` : null;
    },
    transform(code, id) {
      if (id.includes('@microsoft/signalr')) return code.replace(/^\s*this\._logger\.log\(.*\);$/gm, '');
      const language = /locales[\\/](\w\w)\.ts$/.exec(id)?.[1];
      return language && language !== 'en' ? withoutKeys(code, language) : null;
    },
    generateBundle(_, bundle) {
      // Line breaks of a minified module stand in its templates only, where one space is as good as any.
      for (const file of Object.values(bundle)) if (file.type === 'chunk') file.code = file.code.replace(/\n\s*/g, ' ');
    },
  };
}

const fileOf = (id: string): string => id.split(/[\\/]/).at(-1)!;

/** The keys of every catalogue are those of the English one in the same order (a test keeps them so): the texts alone are enough. */
function withoutKeys(code: string, language: string): string {
  const texts = code.slice(code.indexOf('= {') + 3, code.lastIndexOf('};')).replace(/^ {2}(?:'[^']+'|\w+): /gm, '');
  return `import { en } from './en.js';
    const texts = [${texts}];
    export const ${language} = Object.fromEntries(Object.keys(en).map((key, at) => [key, texts[at]]));`;
}
