import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { PassThrough } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { verifyChain } from '../../../core/case/log/chain.ts'
import { aZipFile, unzipped } from '../../proof/zip/zip-file.fixture.ts'
import { sha256 } from '../../store/sql/event-rows.ts'
import { addEvidence } from '../add-evidence.ts'
import { aCasebook, content } from '../casebook.fixture.ts'
import type { Casebook } from '../casebook.ts'
import { examine } from '../doctor.ts'
import { give } from '../give.ts'
import { importFolder } from '../import-folder.ts'
import { keptCase } from '../kept-case.ts'
import { openCase } from '../open-case.ts'
import { exportCase } from './export-case.ts'
import { tamper } from './tampering.fixture.ts'

const examples = fileURLToPath(new URL('../../../../examples/', import.meta.url))

/** The ZIP of a case, unpacked into a folder named as the case is. */
async function exported(book: Casebook, caseId: string) {
  const { path, result } = await aZipFile((sink) => exportCase(book, caseId, sink))
  if (!result.ok) throw new Error(result.refusal.text.en)
  const files = await unzipped(path)
  const folder = join(await mkdtemp(join(tmpdir(), 'youju-export-')), caseId)
  for (const [name, bytes] of files) {
    await mkdir(dirname(join(folder, name)), { recursive: true })
    await writeFile(join(folder, name), bytes)
  }
  return { folder, files, result: result.value }
}

/** What a case says, without when it was recorded. */
async function tale(book: Casebook, caseId: string) {
  const kept = await keptCase(book, caseId)
  if (!kept.ok) throw new Error(kept.refusal.text.en)
  const { kase } = kept.value
  const { version: _version, openedAt: _opened, corrections: _corrections, erasures: _erasures, ...rest } = kase
  const facts = Object.entries(rest.facts).map(([fact, { at: _, ...stated }]) => [fact, stated])
  return { ...rest, facts: Object.fromEntries(facts), evidence: rest.evidence.map(({ addedAt: _, ...one }) => one) }
}

describe('an exported case', () => {
  const names = ['food-safety', 'locker-without-consent', 'self-operated-fault', 'third-party-counterfeit']
  it.each(names)('%s is a case folder that is taken in as the same case', async (name) => {
    const [from, to] = [await aCasebook(), await aCasebook()]
    await importFolder(from, join(examples, name))
    const { folder, result } = await exported(from, name)
    expect(result.findings).toEqual([])
    expect(await importFolder(to, folder)).toMatchObject({ ok: true, value: { caseId: name } })
    expect(await tale(to, name)).toEqual(await tale(from, name))
    expect((await examine(to, 'all')).findings).toEqual([])
  })

  it('holds its records as they are chained, and the head to check them by', async () => {
    const book = await aCasebook()
    await importFolder(book, join(examples, 'food-safety'))
    await give(book, 'food-safety', [{ type: 'ErasePayload', payload: { event: 3, why: '写错人' } }])
    const { files } = await exported(book, 'food-safety')
    const links = (files.get('events.jsonl')?.toString() ?? '')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    const head = JSON.parse(files.get('head.json')?.toString() ?? '')
    expect(links).toEqual(await book.store.links('food-safety'))
    expect(verifyChain(links, sha256, head)).toEqual([])
    expect(head).toMatchObject({ case: 'food-safety', version: links.length, at: '2026-11-20T02:00:00Z' })
  })

  it('notes its head, so that records dropped later are missed', async () => {
    const book = await aCasebook()
    await openCase(book, { id: 'c1', commands: [{ type: 'DescribeProblem', payload: { words: '坏了' } }] })
    await exported(book, 'c1')
    tamper(book.folder, `delete from event where version = 2; update case_row set version = 1`)
    expect((await examine(book, 'structure')).findings).toMatchObject([{ what: 'head-missing', item: 'c1 #1' }])
  })

  it('sets withdrawn exhibits aside, leaves out lost ones and says so', async () => {
    const book = await aCasebook()
    await openCase(book, { id: 'c1' })
    for (const name of ['聊天.txt', '照片.png', '录音.mp3'])
      await addEvidence(book, 'c1', { name, content: content(name) })
    const by = ['E1', 'E2', 'E3']
    const at = '2026-11-20T01:00:00Z'
    await give(book, 'c1', [
      { type: 'LogContact', payload: { at, channel: 'seller', direction: 'out', words: '请退', by } },
      { type: 'WithdrawEvidence', payload: { id: 'E2', why: '放错' } },
    ])
    const digest = createHash('sha256').update('录音.mp3').digest('hex')
    await rm(join(book.folder, 'vault', digest.slice(0, 2), digest))
    const { files, folder, result } = await exported(book, 'c1')
    expect([...files.keys()].sort()).toEqual(
      [
        'case.yaml',
        'events.jsonl',
        'evidence.sha256',
        'evidence/聊天.txt',
        'head.json',
        'withdrawn/E2-照片.png',
      ].sort(),
    )
    expect(result.findings).toMatchObject([{ what: 'original-gone', item: 'c1 E3 evidence/录音.mp3' }])
    const to = await aCasebook()
    expect(await importFolder(to, folder)).toMatchObject({ ok: true, value: { exhibits: 1 } })
    expect(await tale(to, 'c1')).toMatchObject({ contacts: [{ words: '请退', by: ['E1'] }] })
  })

  it('gives files names that every system can hold, whatever they were called', async () => {
    const book = await aCasebook()
    await openCase(book, { id: 'c1' })
    const named = [
      'evidence/a:b.png',
      'evidence/CON',
      'evidence/x.PNG',
      'evidence/X.png',
      `evidence/${'长'.repeat(120)}.txt`,
    ]
    const kept = await book.store.links('c1')
    expect(kept).toHaveLength(1)
    for (const [index, file] of [...named, '../../../evil.sh', 'evidence/a\\b.txt'].entries()) {
      const original = await book.vault.put(content(`${index}`))
      const payload = { ...original, id: `E${index + 1}`, file, kind: 'other', title: file, shows: [] } as const
      await give(book, 'c1', [{ type: 'AddEvidence', payload }])
    }
    const { files, folder } = await exported(book, 'c1')
    expect([...files.keys()].filter((name) => name.startsWith('evidence/')).sort()).toEqual(
      [
        'evidence/E1.png',
        'evidence/E2',
        'evidence/E4.png',
        'evidence/E5.txt',
        'evidence/E6.sh',
        'evidence/E7.txt',
        'evidence/x.PNG',
      ].sort(),
    )
    expect(await importFolder(await aCasebook(), folder)).toMatchObject({ ok: true, value: { exhibits: 7 } })
  })

  it('is refused when there is no such case, and the sink left alone', async () => {
    const book = await aCasebook()
    const sink = new PassThrough()
    expect(await exportCase(book, 'c1', sink)).toMatchObject({ refusal: { code: 'case-unknown' } })
    expect([sink.readableLength, sink.writableEnded, sink.destroyed]).toEqual([0, false, false])
  })
})
