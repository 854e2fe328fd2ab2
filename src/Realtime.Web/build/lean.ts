import type { Plugin } from 'vite';

/** Modules of the SignalR client for browsers, transports and resends that the embed never uses: who reconnects here watches from its position. */
const unused: Readonly<Record<string, string>> = {
  'XhrHttpClient.js': 'XhrHttpClient',
  'ServerSentEventsTransport.js': 'ServerSentEventsTransport',
  'MessageBuffer.js': 'MessageBuffer',
};

/** Names that begin so are the client's own secrets: every module of it calls them the same other name. */
const secrets = new Map<string, string>();
const shortName = (name: string): string => {
  if (!secrets.has(name)) secrets.set(name, `_${secrets.size.toString(36)}`);
  return secrets.get(name)!;
};

/** The SignalR client as a browser needs it: without its log, the sentences of errors that nobody is shown, and what it does under Node. */
const leanClient = (code: string): string => code
  .replace(/^\s*this\._logger\.log\(.*\);$/gm, '')
  .replace(/new (\w*Error)\("[^"]*"\)/g, "new $1('')")
  .replace(/Platform\.(?:isNode|isReactNative|isWebWorker)\b/g, 'false')
  .replace(/(?<![\w$"'`])_[A-Za-z]\w*/g, shortName);

/** Takes out of the embed what every reader would download for nothing. */
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
      if (id.includes('@microsoft/signalr')) return leanClient(code);
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

/** For files that stand beside the embed on the server: what they use of it they take from there, where a page has it already. */
export function besideEmbed(): Plugin {
  return {
    name: 'beside-embed',
    enforce: 'pre',
    resolveId: source => source.endsWith('/embed.js') ? { id: './embed.js', external: true } : null,
  };
}
