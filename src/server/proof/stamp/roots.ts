import { done, type Outcome, refuse } from '../../../core/values/refusal.ts'
import { type Cert, certOf } from './certificate.ts'

/** A bundle of every root there is is smaller. */
export const LARGEST_ROOTS = 4 * 1_048_576

/** The certificates of a file: PEM, any number of them, or one in DER. */
export function rootsOf(bytes: Uint8Array, file: string): Outcome<readonly Cert[]> {
  const text = Buffer.from(bytes).toString('latin1')
  const blocks = [...text.matchAll(/-----BEGIN CERTIFICATE-----([A-Za-z0-9+/=\s]+)-----END CERTIFICATE-----/g)]
  const certs = (
    blocks.length === 0 ? [certOf(bytes)] : blocks.map(([, base64]) => certOf(Buffer.from(base64 ?? '', 'base64')))
  ).filter((cert) => cert !== undefined)
  if (certs.length > 0 && certs.length === Math.max(blocks.length, 1)) return done(certs)
  return refuse(
    'not-certificates',
    {
      zh: `${file} 不是证书（PEM 或 DER）；请向时间戳机构索取它的根证书`,
      en: `${file} holds no certificates (PEM or DER); ask the authority for its root certificate`,
    },
    file,
  )
}
