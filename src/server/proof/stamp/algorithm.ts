import { constants, type KeyObject, verify } from 'node:crypto'
import { type AlgorithmIdentifier, RSASSAPSSParams } from 'pkijs'

export const ALGORITHMS = {
  sha256: '2.16.840.1.101.3.4.2.1',
  sha384: '2.16.840.1.101.3.4.2.2',
  sha512: '2.16.840.1.101.3.4.2.3',
} as const

export type HashName = keyof typeof ALGORITHMS

/** MD2, MD4, MD5 and SHA-1, alone and in signatures. */
const WEAK = new Set([
  '1.2.840.113549.2.2',
  '1.2.840.113549.2.4',
  '1.2.840.113549.2.5',
  '1.3.14.3.2.26',
  '1.2.840.113549.1.1.2',
  '1.2.840.113549.1.1.4',
  '1.2.840.113549.1.1.5',
  '1.2.840.10045.4.1',
  '1.2.840.10040.4.3',
])

const PLAIN = new Set(['1.2.840.113549.1.1.1', '1.2.840.10045.2.1'])
const PSS = '1.2.840.113549.1.1.10'

/** A signature algorithm that names its hash. Ed25519 and Ed448 have theirs built in. */
const SIGNING: Readonly<Record<string, HashName | 'own'>> = {
  '1.2.840.113549.1.1.11': 'sha256',
  '1.2.840.113549.1.1.12': 'sha384',
  '1.2.840.113549.1.1.13': 'sha512',
  '1.2.840.10045.4.3.2': 'sha256',
  '1.2.840.10045.4.3.3': 'sha384',
  '1.2.840.10045.4.3.4': 'sha512',
  '1.3.101.112': 'own',
  '1.3.101.113': 'own',
}

const SMALLEST_RSA = 2048

export type Flaw = 'weak-algorithm' | 'algorithm-unknown'

export function hashOf({ algorithmId }: Pick<AlgorithmIdentifier, 'algorithmId'>): HashName | Flaw {
  const found = (Object.keys(ALGORITHMS) as HashName[]).find((name) => ALGORITHMS[name] === algorithmId)
  return found ?? (WEAK.has(algorithmId) ? 'weak-algorithm' : 'algorithm-unknown')
}

type Signed = {
  readonly data: Uint8Array
  readonly signature: Uint8Array
  readonly key: KeyObject
  readonly algorithm: AlgorithmIdentifier
  /** Stands beside a signature algorithm that names no hash of its own. */
  readonly digest?: AlgorithmIdentifier
}

/** Whether a signature is right, wrong, or of a kind that proves nothing here. */
export function signatureOf({ data, signature, key, algorithm, digest }: Signed): 'right' | 'wrong' | Flaw {
  const hash = signingHash(algorithm, digest)
  if (hash === 'weak-algorithm' || hash === 'algorithm-unknown') return hash
  const bits = key.asymmetricKeyDetails?.modulusLength
  if (bits !== undefined && bits < SMALLEST_RSA) return 'weak-algorithm'
  const padding =
    algorithm.algorithmId === PSS
      ? { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: pssOf(algorithm).saltLength }
      : {}
  try {
    return verify(hash === 'own' ? null : hash, data, { key, dsaEncoding: 'der', ...padding }, signature)
      ? 'right'
      : 'wrong'
  } catch {
    // A key of another kind than the algorithm needs.
    return 'wrong'
  }
}

function signingHash(algorithm: AlgorithmIdentifier, digest: AlgorithmIdentifier | undefined): HashName | 'own' | Flaw {
  const { algorithmId } = algorithm
  if (algorithmId === PSS) return hashOf(pssOf(algorithm).hashAlgorithm)
  if (PLAIN.has(algorithmId)) return digest === undefined ? 'algorithm-unknown' : hashOf(digest)
  return SIGNING[algorithmId] ?? (WEAK.has(algorithmId) ? 'weak-algorithm' : 'algorithm-unknown')
}

function pssOf({ algorithmParams }: AlgorithmIdentifier): RSASSAPSSParams {
  return new RSASSAPSSParams({ schema: algorithmParams })
}
