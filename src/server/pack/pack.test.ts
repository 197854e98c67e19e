import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { compose } from '../../core/documents/compose.ts'
import { placeholdersOf } from '../../core/documents/fill.ts'
import { fullAdvice, fullCase, sampleDossier } from '../../core/documents/sample-case.fixture.ts'
import { textParts } from '../../core/knowledge/check.ts'
import type { Condition } from '../../core/knowledge/condition.ts'
import { knowledge } from './knowledge.fixture.ts'
import { sha256 } from './manifest.ts'
import { type Pack, type PackRequest, packFolder } from './pack.ts'
import { caseFolder, contents, scratch } from './sample-folder.fixture.ts'

const now = '2026-11-20T02:00:00Z'

async function pack(folder: string, more: Partial<PackRequest> = {}): Promise<Pack> {
  const out = more.out ?? join(await scratch(), 'out')
  const packed = await packFolder({ folder, now, lang: 'zh-CN', knowledge, ...more, out })
  if (!packed.ok) throw new Error(packed.refusal.text.zh)
  return packed.value
}

async function refusal(folder: string, out: string, more: Partial<PackRequest> = {}): Promise<string> {
  const packed = await packFolder({ folder, now, lang: 'zh-CN', knowledge, ...more, out })
  return packed.ok ? 'written' : packed.refusal.code
}

async function textsOf(folder: string): Promise<string> {
  const { out } = await pack(folder)
  const files = await contents(out)
  return [...files].flatMap(([name, bytes]) => (name.endsWith('.txt') ? [bytes.toString('utf8')] : [])).join('\n')
}

describe('a pack', () => {
  it('holds every paper of the manifest with its digest, and nothing else', async () => {
    const { manifest, out } = await pack(await caseFolder())
    const files = await contents(out)
    expect(manifest.withheld).toEqual([])
    expect([...files.keys()].sort()).toEqual([...manifest.files.map(({ file }) => file), 'manifest.json'].sort())
    for (const { file, sha256: digest, bytes } of manifest.files) {
      expect(sha256(files.get(file) ?? Buffer.alloc(0))).toBe(digest)
      expect(files.get(file)?.length).toBe(bytes)
    }
    expect(JSON.parse(files.get('manifest.json')?.toString() ?? '')).toEqual(manifest)
    expect([...files.keys()]).toEqual(
      expect.arrayContaining([
        'advice.json',
        'calendar.ics',
        'call-script.txt',
        'civil-complaint.docx',
        'complaint-12315.txt',
        'exhibits.pdf',
        'letter-basic.docx',
        'letter-basic.pdf',
        'letter-basic.txt',
        'letter-layered.docx',
        'letter-layered.pdf',
        'letter-layered.txt',
        'mediation-request.docx',
        'overview.pdf',
      ]),
    )
  })

  it('has the same bytes for the same case and moment, in a new folder and over the last one', async () => {
    const folder = await caseFolder()
    const { out } = await pack(folder)
    const first = await contents(out)
    await pack(folder, { out })
    expect(await contents(out)).toEqual(first)
    expect(await contents((await pack(folder)).out)).toEqual(first)
  })

  it('holds only the papers asked for', async () => {
    const { manifest } = await pack(await caseFolder(), { only: ['letter-basic', 'calendar'] })
    expect(manifest.files.map(({ file }) => file)).toEqual([
      'advice.json',
      'letter-basic.txt',
      'letter-basic.docx',
      'letter-basic.pdf',
      'calendar.ics',
    ])
  })

  it('withholds what lacks a fact, with its name and the way to give it, and writes the rest', async () => {
    const { manifest, out } = await pack(await caseFolder([[', phone: 138-0000-0000', '']]))
    const letter = manifest.withheld.find(({ id }) => id === 'letter-basic')
    expect(letter?.missing).toEqual([
      { what: 'consumer.phone', name: '联系电话', how: expect.stringContaining('consumer.phone') },
    ])
    expect(await readdir(out)).not.toContain('letter-basic.txt')
    expect(await readdir(out)).toContain('exhibits.pdf')
  })

  it('neither writes nor withholds a paper that is not called for, and says why, until it is named', async () => {
    const { 'letter-basic': letter } = knowledge.letters
    if (!letter) throw new Error('no letter')
    const when: Condition = { fact: 'offer.open', is: true, text: { zh: '有方案等您答复', en: 'an offer is open' } }
    const changed = { ...knowledge, letters: { 'letter-basic': { ...letter, when } } }
    const { manifest } = await pack(await caseFolder(), { knowledge: changed })
    expect(manifest).toMatchObject({
      withheld: [],
      notCalledFor: [{ id: 'letter-basic', title: '投诉函', because: '只在这种情况下用：有方案等您答复' }],
    })
    expect(manifest.files.map(({ paper }) => paper)).toEqual(['advice', 'calendar'])
    const english = await pack(await caseFolder(), { knowledge: changed, lang: 'en' })
    expect(english.manifest.notCalledFor).toMatchObject([{ because: 'Only when: an offer is open' }])
    const named = await pack(await caseFolder(), { knowledge: changed, only: ['letter-basic'] })
    expect(named.manifest).toMatchObject({ withheld: [], notCalledFor: [] })
    expect(named.manifest.files.map(({ file }) => file)).toContain('letter-basic.pdf')
    const without = await caseFolder([[', phone: 138-0000-0000', '']])
    expect((await pack(without, { knowledge: changed, only: ['letter-basic'] })).manifest.withheld).toMatchObject([
      { missing: [{ what: 'consumer.phone' }, { what: 'when', name: '只在这种情况下用：有方案等您答复' }] },
    ])
  })

  it('tells what to know before a paper is used, in the language of the call and only where it was written', async () => {
    const only = ['notice-urge', 'letter-basic']
    const { hints } = (await pack(await caseFolder(), { only })).manifest
    expect(hints.map(({ id }) => id)).toEqual(['notice-urge'])
    expect(hints[0]?.texts[0]).toContain('留好发出和送达的记录')
    expect((await pack(await caseFolder(), { only, lang: 'en' })).manifest.hints[0]?.texts[0]).toContain('keep proof')
    const without = await caseFolder([[', phone: 138-0000-0000', '']])
    expect((await pack(without, { only })).manifest.hints).toEqual([])
  })

  it('withholds only the PDF for a character its fonts lack, naming it', async () => {
    const { manifest, out } = await pack(await caseFolder([['张三', '张𠮷']]), { only: ['letter-basic'] })
    expect(manifest.withheld).toEqual([
      {
        id: 'letter-basic',
        file: 'letter-basic.pdf',
        missing: [expect.objectContaining({ what: 'U+20BB7', name: expect.stringContaining('“𠮷”') })],
      },
    ])
    expect(await readdir(out)).toEqual(expect.arrayContaining(['letter-basic.docx', 'letter-basic.txt']))
  })

  it('tells of marks that turn the reading direction', async () => {
    const only = ['letter-basic']
    expect((await pack(await caseFolder(), { only })).manifest.notices).toEqual([])
    const turned = await pack(await caseFolder([['晨星X1智能手机', '"晨星\\u202EX1"']]), { only })
    expect(turned.manifest.notices).toEqual([expect.stringContaining('投诉函')])
  })

  it('tells of claims on someone whom no paper names yet', async () => {
    const platform = 'fault.present: true\n  platform.knew: true\n  platform.took-measures: false'
    const edits = [['self-operated: true', 'self-operated: false'] as const, ['fault.present: true', platform] as const]
    const only = ['civil-complaint']
    const unnamed = await pack(await caseFolder(edits), { only })
    expect(unnamed.manifest.notices).toEqual([expect.stringContaining('platform.company')])
    const name = ['facts:', 'facts:\n  platform.company: 示例平台公司\n  platform.address: 某市1号'] as const
    expect((await pack(await caseFolder([...edits, name]), { only })).manifest.notices).toEqual([])
  })

  it('seals the evidence at the first run and remarks on it once', async () => {
    const folder = await caseFolder()
    expect((await pack(folder)).remarks).toHaveLength(1)
    const seal = await readFile(join(folder, 'evidence.sha256'), 'utf8')
    expect(seal).toMatch(/^[0-9a-f]{64} {2}evidence\/chat\.png\n[0-9a-f]{64} {2}evidence\/order\.png\n$/)
    expect((await pack(folder)).remarks).toEqual([])
  })
})

const noReasonFacts = [
  'goods.custom-made: false',
  'goods.perishable: false',
  'goods.digital-opened: false',
  'goods.newspaper: false',
  'goods.unfit-by-nature: false',
  'purchase.no-return-confirmed: false',
  'return.parts-complete: true',
  'return.used-beyond-check: false',
].join('\n  ')

describe('what a paper may cite', () => {
  it('is article 25, never 24, for a return without a reason', async () => {
    const text = await textsOf(
      await caseFolder([
        ['[quality_defect]', '[no_reason_return_refused]'],
        ['屏幕出现绿色条纹并自动关机', '收到后觉得不合适，要求退货被拒'],
        ['fault.present: true', noReasonFacts],
      ]),
    )
    expect(text).toContain('《中华人民共和国消费者权益保护法》第二十五条')
    expect(text).not.toContain('消费者权益保护法》第二十四条')
  })

  it('is never article 49 of the e-commerce law for what a platform answers for', async () => {
    const folder = await caseFolder([
      ['[quality_defect]', '[quality_defect, counterfeit_or_fraud]'],
      ['self-operated: true', 'self-operated: false'],
      ['fault.present: true', 'fault.present: true\n  platform.knew: true\n  platform.took-measures: false'],
    ])
    const { advice } = await pack(folder)
    const liable = advice.rights.find(({ id }) => id === 'platform-joint-liability')
    expect(liable).toMatchObject({ status: 'applies', cites: ['ecl#38.1', 'cpl#44.2'] })
    expect(await textsOf(folder)).not.toContain('电子商务法》第四十九条')
  })
})

describe('the words of knowledge', () => {
  it('name in rights and letters only what papers can fill in', async () => {
    const { letters, rights, facts } = knowledge
    const { order, consumer } = fullCase()
    const { values } = sampleDossier(
      fullCase({
        order: { ...order, cancelledAt: order.placedAt ?? now, promisedShipBy: now, shippedAt: order.placedAt ?? now },
        consumer: { ...consumer, email: 'zhangsan@example.com' },
      }),
    )
    const paths = (name: string) =>
      /[A-Z]/.test(name) ? `order.${name.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`)}` : name
    const fillable = (name: string) =>
      ['amount', 'shop', 'cites', 'self'].includes(name) ||
      /^respondent(s\.count|\.(name|address|credit-code|phone|title|role))$/.test(name) ||
      Object.hasOwn(facts, paths(name)) ||
      values(name) !== undefined
    const texts = [
      ...Object.values(letters).flatMap(({ addressee = '', sections }) => [
        addressee,
        ...sections.flatMap(({ parts }) => [...textParts(parts)].map(({ part }) => part.text)),
      ]),
      ...Object.values(rights).flatMap(({ demand, claim }) => [demand.zh, claim]),
      ...Object.values(facts).flatMap(({ happened = '' }) => [happened]),
    ]
    expect(placeholdersOf(texts.join('')).filter((name) => !fillable(name))).toEqual([])
  })

  it('need for a letter only what a user can give', async () => {
    const { letters } = knowledge
    const full = sampleDossier(fullCase(), fullAdvice())
    const lacking = Object.values(letters).flatMap((letter) => {
      const composed = compose(letter, full)
      return composed.status === 'withheld' ? composed.withheld.missing : []
    })
    expect(lacking).toEqual([])
  })
})

describe('the folder a pack goes to', () => {
  it('is not made when the case cannot be read', async () => {
    const folder = await caseFolder([['price: 1299', 'price: 一百']])
    const out = join(await scratch(), 'out')
    expect(await refusal(folder, out)).not.toBe('written')
    expect(await readdir(dirname(out))).toEqual([])
  })

  it('is not touched when a paper is asked for that does not exist', async () => {
    const out = join(await scratch(), 'out')
    expect(await refusal(await caseFolder(), out, { only: ['letter-basics'] })).toBe('unknown-paper')
    expect(existsSync(out)).toBe(false)
  })

  it('keeps the files of others, and is refused when one of them would be overwritten', async () => {
    const folder = await caseFolder()
    const out = join(await scratch(), 'out')
    await mkdir(out)
    await writeFile(join(out, 'notes.txt'), '我的笔记')
    await pack(folder, { out, only: ['letter-basic'] })
    await writeFile(join(out, 'exhibits.pdf'), '别的文件')
    const before = await contents(out)
    expect(await refusal(folder, out)).toBe('out-taken')
    expect(await contents(out)).toEqual(before)
    expect(before.get('notes.txt')?.toString()).toBe('我的笔记')
  })

  it('loses papers of the last pack that are no longer written', async () => {
    const folder = await caseFolder()
    const { out } = await pack(folder)
    await pack(folder, { out, only: ['overview'] })
    expect((await readdir(out)).sort()).toEqual(['advice.json', 'manifest.json', 'overview.pdf'])
    expect(await readdir(dirname(out))).toEqual(['out'])
  })

  it('is refused when a paper of the last pack was changed by hand', async () => {
    const folder = await caseFolder()
    const { out } = await pack(folder)
    await writeFile(join(out, 'letter-basic.txt'), '我改过')
    expect(await refusal(folder, out)).toBe('out-changed')
    await rm(join(out, 'letter-basic.txt'))
    expect(await refusal(folder, out)).toBe('written')
  })

  it('is refused when it is the case folder, above it, in its evidence, or a file', async () => {
    const folder = await caseFolder()
    expect(await refusal(folder, folder)).toBe('out-in-case')
    expect(await refusal(folder, dirname(folder))).toBe('out-in-case')
    expect(await refusal(folder, join(folder, 'evidence/out'))).toBe('out-in-case')
    expect(await refusal(folder, join(folder, 'case.yaml'))).toBe('out-not-a-folder')
    expect(await refusal(folder, join(folder, 'papers'))).toBe('written')
  })
})
