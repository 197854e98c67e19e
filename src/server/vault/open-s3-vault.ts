import { readS3Address } from './s3-address.ts'
import { s3Bucket } from './s3-bucket.ts'
import { s3Vault } from './s3-vault.ts'
import type { Vault } from './vault.ts'
import { VaultUnusable } from './vault-unusable.ts'

/** The vault at an `s3://` address, with keys from the environment; what comes in waits in the folder `spool`. */
export function openS3Vault(url: string, spool: string): Vault {
  const address = readS3Address(url, process.env)
  if (!address.ok) throw new VaultUnusable(address.refusal.text)
  return s3Vault(s3Bucket(address.value), spool)
}
