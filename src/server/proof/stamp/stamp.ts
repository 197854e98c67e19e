import { ask, shownAddress } from './ask.ts'
import type { Cert } from './certificate.ts'
import { judgeStamp } from './judge.ts'
import { stampRequest } from './request.ts'
import type { Verdict } from './verdict.ts'

/** One authority that was asked, by its address, and what became of it. */
export type Tried = Verdict & { readonly url: string }

export type Stamping = {
  readonly verdict: Verdict
  /** The answer as it came, where it is worth keeping: `stamped`, or whole with nobody to vouch for it. */
  readonly token?: Uint8Array
  readonly tried: readonly Tried[]
}

export type Asking = {
  /** In hex. Nothing else of the file leaves this machine. */
  readonly sha256: string
  /** Addresses, asked one after the other until one gives a good time stamp. None is built in. */
  readonly authorities: readonly string[]
  readonly roots: readonly Cert[]
  readonly patienceMs?: number
}

/**
 * Asks for a time stamp over a digest. Without roots the first answer that is whole in itself is taken, and said not to
 * be vouched for: once the root is known, it can still be verified.
 */
export async function stampDigest({ sha256, authorities, roots, patienceMs }: Asking): Promise<Stamping> {
  const tried: Tried[] = []
  for (const address of authorities) {
    const request = stampRequest(sha256)
    const answer = await ask(address, request.bytes, patienceMs)
    const verdict =
      'status' in answer ? answer : judgeStamp(answer, { digest: { sha256 }, nonce: request.nonce, roots })
    tried.push({ url: shownAddress(address), ...verdict })
    if (!('status' in answer) && (verdict.status === 'stamped' || verdict.reason === 'no-root-given'))
      return { verdict, token: answer, tried }
  }
  // Of one authority its own words; several failed each in its way.
  const { url: _, ...last } = tried.at(-1) ?? { url: '', status: 'no-answer' as const }
  return { verdict: last, tried }
}
