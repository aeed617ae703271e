import { gzipSync } from 'node:zlib';
import type { Plugin, Rollup } from 'vite';

type Styled = Rollup.OutputChunk & { viteMetadata?: { importedCss: Set<string> } };

/** What is read at once whatever the page: the program's entry, and one language, of which this is the longest. */
const isRead = (file: Rollup.OutputChunk) => file.isEntry || file.facadeModuleId?.endsWith('/i18n/uk/index.ts') === true;

/** Chunks, all they import at once, and their styles. */
function withImports(bundle: Rollup.OutputBundle, entries: string[]): string[] {
  const files = new Set<string>();
  const take = (name: string) => {
    const chunk = bundle[name];
    if (files.has(name) || chunk?.type !== 'chunk') {
      return;
    }
    files.add(name);
    chunk.imports.forEach(take);
    (chunk as Styled).viteMetadata?.importedCss.forEach((style) => files.add(style));
  };
  entries.forEach(take);
  return [...files];
}

const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;

/** Ends a build that makes a browser read more than `limit` bytes, compressed, before the inbox shows. */
export function budget(limit: number): Plugin {
  return {
    name: 'budget',
    apply: 'build',
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const entries = Object.values(bundle).flatMap((file) => (file.type === 'chunk' && isRead(file) ? [file.fileName] : []));
        const sizes = withImports(bundle, entries).map((name) => {
          const file = bundle[name]!;
          return { name, size: gzipSync(file.type === 'chunk' ? file.code : file.source).length };
        });
        const total = sizes.reduce((sum, { size }) => sum + size, 0);
        const largest = sizes.sort((a, b) => b.size - a.size).slice(0, 8).map(({ name, size }) => `${name} ${kilobytes(size)}`);
        const told = `The inbox shows after ${kilobytes(total)} gzipped, of ${kilobytes(limit)}: ${largest.join(', ')}, …`;
        if (total > limit) {
          this.error(told);
        }
        this.info(told);
      },
    },
  };
}
