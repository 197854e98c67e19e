import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { advise } from '../../core/advice/advise.ts'
import { knowledge } from './knowledge.fixture.ts'
import { readCaseFolder } from './read-case-folder.ts'

const examples = fileURLToPath(new URL('../../../examples', import.meta.url))
const now = '2026-11-20T02:00:00Z'

type Expected = {
  /** Status, and the sum in whole fen where there is one. */
  readonly rights: Readonly<Record<string, readonly [string, number?]>>
  readonly channels: Readonly<Record<string, string>>
  /** What the evidence check has to say; every other need is met. */
  readonly evidence: Readonly<Record<string, 'weak' | 'missing'>>
  /** The first clock of law or of the platform that is not done: its id, due instant, whether provisional. */
  readonly clock: readonly [string, string, boolean]
  readonly asks: readonly string[]
}

const cases: Readonly<Record<string, Expected>> = {
  'self-operated-fault': {
    rights: {
      'fault-refund-after-failed-repair': ['applies', 129_900],
      'fault-exchange': ['applies'],
      'fault-losses': ['applies', 6_000],
      'self-operated-platform-is-seller': ['applies'],
      'burden-on-trader': ['needs-facts'],
      'fault-refund-within-7-days': ['does-not-apply'],
    },
    channels: {
      'jd-service': 'open',
      'complaint-12315': 'open',
      'jd-dispute': 'closed',
      'jd-appeal': 'closed',
      court: 'would-close',
    },
    evidence: { 'goods-photo': 'weak', page: 'weak' },
    clock: ['quality-demand-limit', '2026-11-20T23:59:59+08:00', false],
    asks: ['fault.purpose-defeated', 'goods.durable'],
  },
  'third-party-counterfeit': {
    rights: {
      'counterfeit-refund': ['applies', 56_900],
      'fraud-triple': ['applies', 170_700],
      'promise-multiple': ['applies', 170_700],
      'promise-above-statute': ['does-not-apply'],
      'platform-joint-liability': ['needs-facts'],
    },
    channels: {
      'jd-dispute': 'open',
      'jd-appeal': 'not-yet',
      'complaint-12315': 'would-close',
      'report-12315': 'open',
    },
    evidence: { invoice: 'missing' },
    clock: ['dispute-window:aftersale.refused-on', '2026-11-27T23:59:59+08:00', false],
    asks: ['platform.knew'],
  },
  'no-reason-return-refused': {
    rights: {
      'no-reason-refund': ['applies', 39_900],
      'no-reason-refusal-unfounded': ['applies'],
      'no-reason-return-handling': ['applies'],
      'no-reason-freight-as-agreed': ['needs-facts'],
      'self-operated-platform-is-seller': ['does-not-apply'],
    },
    channels: { 'jd-dispute': 'closed', 'jd-appeal': 'closed', 'complaint-12315': 'open', court: 'would-close' },
    evidence: { delivery: 'missing', refund: 'missing' },
    clock: ['dispute-appeal-window:F1', '2026-11-04T23:59:59+08:00', false],
    asks: ['return.freight-agreed'],
  },
  'order-cut-after-payment': {
    rights: {
      'cancelled-price-difference': ['applies', 30_000],
      'cancelled-performance': ['applies'],
      'cancelled-refund': ['does-not-apply'],
      'seller-identity': ['needs-facts'],
    },
    channels: { 'jd-dispute': 'open', 'jd-appeal': 'not-yet', 'complaint-12315': 'not-yet', court: 'not-yet' },
    evidence: { seller: 'missing', page: 'weak' },
    clock: ['dispute-negotiation:F1', '2026-11-16T20:10:00+08:00', false],
    asks: ['shop.company-known'],
  },
  'food-safety': {
    rights: {
      'food-refund': ['applies', 3_000],
      'food-tenfold-dealer': ['needs-facts', 100_000],
      'food-fraud-triple': ['needs-facts', 50_000],
      'food-losses': ['does-not-apply'],
    },
    channels: { 'jd-dispute': 'open', 'report-12315': 'open', 'complaint-12315': 'would-close' },
    evidence: { label: 'weak', food: 'weak', 'seller-knew': 'weak', 'seller-and-maker': 'weak' },
    clock: ['dispute-window:aftersale.refused-on', '2026-11-26T23:59:59+08:00', false],
    asks: ['food.knowledge-sign'],
  },
  'locker-without-consent': {
    rights: {
      'locker-loss-refund': ['applies', 18_000],
      'locker-loss-reship': ['applies'],
      'locker-not-signed': ['applies'],
      'locker-redelivery': ['does-not-apply'],
      'looks-self-operated-platform-is-seller': ['needs-facts'],
    },
    channels: { carrier: 'open', 'postal-complaint': 'not-yet', seller: 'open', 'jd-dispute': 'not-yet' },
    evidence: { parcel: 'weak', 'carrier-answer': 'weak' },
    clock: ['carrier-reply:F1', '2026-11-24T23:59:59+08:00', false],
    asks: ['shop.looks-self-operated'],
  },
}

const ids = Object.keys(cases)

async function read(id: string) {
  const folder = await readCaseFolder(join(examples, id), { now, vocabulary: knowledge })
  if (!folder.ok) throw new Error(folder.refusal.text.en)
  return folder.value
}

async function adviceOn(id: string) {
  return advise((await read(id)).case, knowledge, now)
}

describe('the examples', () => {
  it('are these six', async () => {
    const folders = (await readdir(examples, { withFileTypes: true })).filter(
      (entry) => entry.isDirectory() && entry.name !== 'catalogue',
    )
    expect(folders.map(({ name }) => name).sort()).toEqual([...ids].sort())
  })

  it.each(ids)('%s reads with nothing to remark and is sealed whole', async (id) => {
    const { notices, seal, files } = await read(id)
    expect(notices).toEqual([])
    expect([...(seal?.hashes.keys() ?? [])].sort()).toEqual(files.map(({ file }) => file).sort())
  })

  it.each(ids)('%s says only what some need for evidence asks to be shown', async (id) => {
    const problems = Object.values(knowledge.problems)
    const asked = problems.flatMap(({ evidence }) => evidence.flatMap((need) => need.mustShow.map((show) => show.id)))
    const { case: kase } = await read(id)
    expect(kase.evidence.flatMap(({ shows }) => shows).filter((show) => !asked.includes(show))).toEqual([])
  })

  it.each(Object.entries(cases))('%s has the rights it was written for, to the fen', async (id, { rights }) => {
    const found = (await adviceOn(id)).rights.filter((right) => right.id in rights)
    const seen = found.map(({ id: right, status, amount }) => [right, amount ? [status, amount.fen] : [status]])
    expect(Object.fromEntries(seen)).toEqual(rights)
  })

  it.each(Object.entries(cases))('%s finds its doors open or shut', async (id, { channels }) => {
    const found = (await adviceOn(id)).channels.filter((channel) => channel.id in channels)
    expect(Object.fromEntries(found.map(({ id: channel, status }) => [channel, status]))).toEqual(channels)
  })

  it.each(Object.entries(cases))('%s is told which evidence is weak or missing', async (id, { evidence }) => {
    const found = (await adviceOn(id)).evidence.filter(({ status }) => status !== 'have')
    expect(Object.fromEntries(found.map(({ need, status }) => [need, status]))).toEqual(evidence)
  })

  it.each(Object.entries(cases))('%s has its first clock', async (id, { clock }) => {
    const first = (await adviceOn(id)).deadlines.find(
      ({ status, standing }) => status !== 'done' && (standing === 'law' || standing === 'platform'),
    )
    expect([first?.id, first?.due, first?.provisional]).toEqual(clock)
  })

  it.each(Object.entries(cases))('%s asks what it leaves open', async (id, { asks }) => {
    const asked = (await adviceOn(id)).questions.map(({ fact }) => fact)
    expect(asks.filter((fact) => !asked.includes(fact))).toEqual([])
  })

  it('have one clock that runs past the announced calendar, and it says that it is provisional', async () => {
    const mediation = (await adviceOn('no-reason-return-refused')).deadlines.find(({ id }) =>
      id.startsWith('complaint-mediation'),
    )
    expect(mediation).toMatchObject({ due: '2027-01-17T23:59:59+08:00', status: 'running', provisional: true })
  })

  it('have one offer that would end the matter, open until its own last minute', async () => {
    expect((await adviceOn('self-operated-fault')).offers).toMatchObject([
      { answerBy: '2026-11-21T18:00:00+08:00', waives: ['接受后本次问题即处理完毕，不再另行处理'] },
    ])
  })

  it('stay small: no picture over 150 kB, all of them under 4 MB', async () => {
    const folders = await Promise.all(ids.map((id) => read(id)))
    const sizes = await Promise.all(
      folders.flatMap(({ exhibits }) => [...exhibits.values()].map(async (path) => (await stat(path)).size)),
    )
    expect(Math.max(...sizes)).toBeLessThan(150_000)
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(4_000_000)
  })
})
