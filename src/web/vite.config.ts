import { fileURLToPath } from 'node:url'
import tailwindcss from '@tailwindcss/vite'
import { defineConfig } from 'vite'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** Everything the browser needs in one folder, nothing inline: the content security policy allows no inline code. */
export default defineConfig({
  root: here('.'),
  base: '/',
  plugins: [tailwindcss()],
  build: {
    outDir: here('../../dist/web'),
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      onwarn(warning, warn) {
        if (warning.code !== 'MODULE_LEVEL_DIRECTIVE') warn(warning)
      },
    },
    target: ['chrome109', 'safari16', 'firefox115'],
  },
  server: { host: '127.0.0.1', proxy: { '/api': 'http://127.0.0.1:7315' } },
})
