// Bundles the command line and the web app into dist/. Runs at install (`prepare`); without the build tools (npm ci --omit=dev of a
// packed release) an existing dist/ is kept and that is fine.
import { existsSync } from 'node:fs'
import { chmod, rm } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
process.chdir(root)

const rolldown = await import('rolldown').catch(() => undefined)
if (!rolldown) {
  if (existsSync('dist/youju.mjs')) process.exit(0)
  console.error('youju: dist/ is missing and rolldown is not installed; run npm ci without --omit=dev')
  process.exit(1)
}

await rm('dist', { recursive: true, force: true })
await rolldown.build({
  input: {
    youju: 'src/cli/entry.ts',
    reader: 'src/server/reading/process/child.ts',
    'compile-knowledge': 'scripts/compile-knowledge.ts',
  },
  platform: 'node',
  external: /^(node:|[^./\0])/,
  output: { dir: 'dist', format: 'esm', entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs' },
  logLevel: 'warn',
})
const { build } = await import('vite')
await build({ configFile: 'src/web/vite.config.ts', logLevel: 'warn' })
await chmod('dist/youju.mjs', 0o755)
await import('../dist/compile-knowledge.mjs')
