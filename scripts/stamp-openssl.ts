// Holds youju's time stamps against the openssl that is installed: it verifies what youju asked for and kept, youju accepts
// what it signed, and both refuse the same. Run npm run build first, then: tsx scripts/stamp-openssl.ts
import { execFile, execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { anAuthority, aWorldOfAuthorities } from '../src/server/proof/stamp/authority.fixture.ts'

const bundle = resolve('dist/youju.mjs')
if (!existsSync(bundle)) throw new Error('run npm run build first')
const work = await mkdtemp(join(tmpdir(), 'youju-openssl-'))
const at = (name: string) => join(work, name)
const openssl = (...words: string[]) =>
  execFileSync('openssl', words, { cwd: work, stdio: ['ignore', 'pipe', 'ignore'] })
const run = promisify(execFile)
console.log(openssl('version').toString().trim())
let wrong = 0

for (const [kind, key] of [
  ['RSA', ['rsa:2048']],
  ['P-256', ['ec', '-pkeyopt', 'ec_paramgen_curve:P-256']],
] as const) {
  await makeAuthority(kind, key)
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    await writeFile(at('query.tsq'), Buffer.concat(chunks))
    openssl('ts', '-reply', '-config', 'tsa.cnf', '-queryfile', 'query.tsq', '-out', 'reply.tsr')
    response.end(await readFile(at('reply.tsr')))
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`

  const file = `file-${kind}.bin`
  await writeFile(at(file), Buffer.alloc(3_000_000, kind))
  const stamped = await youju('timestamp', at(file), '--tsa', url, '--ca', at('ca.pem'))
  tell(`openssl ts -reply (${kind}) to our request`, 'stamped', stamped.status)
  tell(`  openssl ts -verify -queryfile (our request)`, 'OK', verified('-queryfile', 'query.tsq', '-in', `${file}.tsr`))
  tell(`  openssl ts -verify -data (the token we kept)`, 'OK', verified('-data', file, '-in', `${file}.tsr`))

  for (const hash of ['sha256', 'sha384', 'sha512', 'sha1']) {
    const token = `${kind}-${hash}`
    openssl('ts', '-query', '-data', file, `-${hash}`, '-cert', '-out', 'own.tsq')
    openssl('ts', '-reply', '-config', 'tsa.cnf', '-queryfile', 'own.tsq', '-out', `${token}.tsr`)
    openssl('ts', '-reply', '-config', 'tsa.cnf', '-queryfile', 'own.tsq', '-token_out', '-out', `${token}.p7s`)
    const expected = hash === 'sha1' ? 'weak' : 'stamped'
    for (const form of ['tsr', 'p7s'])
      tell(
        `openssl’s own token over ${hash} (${kind}, .${form})`,
        expected,
        (await verify(file, `${token}.${form}`)).status,
      )
  }

  const bad = await readFile(at(`${file}.tsr`))
  bad.writeUInt8(bad.readUInt8(bad.length - 20) ^ 1, bad.length - 20)
  await writeFile(at('bad.tsr'), bad)
  tell('a changed signature', 'damaged', (await verify(file, 'bad.tsr')).status)
  tell('  openssl', 'FAILED', verified('-data', file, '-in', 'bad.tsr'))
  await writeFile(at('other.bin'), 'other')
  tell('another file', 'wrong-digest', (await verify('other.bin', `${file}.tsr`)).status)
  tell('  openssl', 'FAILED', verified('-data', 'other.bin', '-in', `${file}.tsr`))
  openssl(
    'req',
    '-x509',
    '-newkey',
    'rsa:2048',
    '-nodes',
    '-keyout',
    'x.key',
    '-out',
    'x.pem',
    '-days',
    '9',
    '-subj',
    '/CN=x',
  )
  tell('another root', 'untrusted-root', (await verify(file, `${file}.tsr`, 'x.pem')).status)
  server.close()
}

// Tokens that were kept with a case, as an export or a bag hands them on.
const world = await aWorldOfAuthorities()
const authority = await anAuthority(world, 'good')
await writeFile(at('ca.pem'), world.root.pem)
await writeFile(at('chat.txt'), '请退款')
const data = ['--data', at('data')]
await run(process.execPath, [bundle, 'open', '--id', 'w1', '--words', '手表走时不准', ...data])
await run(process.execPath, [bundle, 'add', 'w1', at('chat.txt'), ...data])
for (const item of [[], ['--item', 'E1']])
  await youju('timestamp', 'w1', ...item, '--tsa', authority.url, '--ca', at('ca.pem'), ...data)
await run(process.execPath, [bundle, 'export', 'w1', '-o', at('out'), ...data])
const proofs = (await readdir(at('out/proofs'), { recursive: true })).filter((name) => name.endsWith('.tsr'))
for (const token of proofs) {
  const about = token.replace(/\.[0-9a-f]{32}\.tsr$/, '')
  const path = about.startsWith('evidence/') ? `out/${about}` : `out/proofs/${about}`
  tell(
    `kept with a case: openssl ts -verify -data ${path}`,
    'OK',
    verified('-data', path, '-in', `out/proofs/${token}`),
  )
}
if (proofs.length !== 2) wrong += 1
await authority.close()
await rm(work, { recursive: true, force: true })
console.log(wrong === 0 ? 'all as expected' : `${wrong} off`)
if (wrong > 0) process.exitCode = 1

async function youju(...words: string[]): Promise<{ status: string }> {
  const { stdout } = await run(process.execPath, [bundle, ...words, '--json']).catch(
    (error: { stdout: string }) => error,
  )
  return JSON.parse(stdout)
}

function verify(file: string, token: string, root = 'ca.pem') {
  return youju('timestamp', 'verify', at(file), at(token), '--ca', at(root))
}

function verified(...words: string[]): string {
  try {
    return /OK/.test(openssl('ts', '-verify', ...words, '-CAfile', 'ca.pem').toString()) ? 'OK' : 'FAILED'
  } catch {
    return 'FAILED'
  }
}

function tell(what: string, expected: string, found: string): void {
  if (found !== expected) wrong += 1
  console.log(
    `${found === expected ? 'ok ' : 'OFF'} ${what}: ${found}${found === expected ? '' : ` (expected ${expected})`}`,
  )
}

/** A root, and below it an authority, by openssl alone. */
async function makeAuthority(kind: string, newkey: readonly string[]): Promise<void> {
  await writeFile(at('serial'), '01\n')
  await writeFile(at('ext.cnf'), 'basicConstraints=critical,CA:FALSE\nextendedKeyUsage=critical,timeStamping\n')
  await writeFile(
    at('tsa.cnf'),
    `[tsa]\ndefault_tsa=t\n[t]\nserial=${at('serial')}\ncrypto_device=builtin\nsigner_cert=${at('tsa.pem')}\ncerts=${at('ca.pem')}\nsigner_key=${at('tsa.key')}\nsigner_digest=sha256\ndefault_policy=1.2.3.4.1\ndigests=sha1,sha256,sha384,sha512\naccuracy=secs:1\nordering=yes\ntsa_name=yes\ness_cert_id_chain=no\ness_cert_id_alg=sha256\n`,
  )
  const [algorithm = '', ...options] = newkey
  openssl(
    'req',
    '-x509',
    '-newkey',
    algorithm,
    ...options,
    '-nodes',
    '-keyout',
    'ca.key',
    '-out',
    'ca.pem',
    '-days',
    '3650',
    '-subj',
    `/CN=Root ${kind}`,
  )
  openssl(
    'req',
    '-newkey',
    algorithm,
    ...options,
    '-nodes',
    '-keyout',
    'tsa.key',
    '-out',
    'tsa.csr',
    '-subj',
    `/CN=TSA ${kind}`,
  )
  openssl(
    'x509',
    '-req',
    '-in',
    'tsa.csr',
    '-CA',
    'ca.pem',
    '-CAkey',
    'ca.key',
    '-CAcreateserial',
    '-days',
    '3650',
    '-extfile',
    'ext.cnf',
    '-out',
    'tsa.pem',
  )
}
