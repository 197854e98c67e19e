import { done, type Outcome, refuse } from '../../core/values/refusal.ts'

/** Where a bucket is and how one is let in. */
export type S3Address = {
  /** What keys are put behind: `https://host/bucket/prefix/` or `https://bucket.host/prefix/`, with a slash at its end. */
  readonly base: string
  /** The bucket itself, for lists. */
  readonly bucket: string
  readonly prefix: string
  readonly region: string
  readonly accessKeyId: string
  readonly secretAccessKey: string
}

type Env = Readonly<Record<string, string | undefined>>

/**
 * Reads `s3://bucket/prefix?endpoint=https://host&region=cn-north-1&style=path`. Keys come from the environment
 * (`YOUJU_S3_ACCESS_KEY_ID`, `YOUJU_S3_SECRET_ACCESS_KEY`, else those of AWS), never from the address. With an endpoint of
 * one's own the bucket stands in the path unless `style=host` is asked for.
 */
export function readS3Address(text: string, env: Env): Outcome<S3Address> {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url?.protocol !== 's3:' || url.hostname === '') return addressOff(text)
  if (url.username !== '' || url.password !== '') return keyInAddress()
  const asked = url.searchParams
  const region = asked.get('region') ?? 'us-east-1'
  const given = asked.get('endpoint') ?? undefined
  if (given !== undefined && !(URL.canParse(given) && /^https?:$/.test(new URL(given).protocol)))
    return addressOff(text)
  const endpoint = new URL(given ?? `https://s3.${region}.amazonaws.com`)
  const inPath = (asked.get('style') ?? (given === undefined ? 'host' : 'path')) === 'path'
  const accessKeyId = env.YOUJU_S3_ACCESS_KEY_ID ?? env.AWS_ACCESS_KEY_ID
  const secretAccessKey = env.YOUJU_S3_SECRET_ACCESS_KEY ?? env.AWS_SECRET_ACCESS_KEY
  if (!accessKeyId || !secretAccessKey) return keysMissing()
  const path = url.pathname.replace(/^\/+|\/+$/g, '')
  const prefix = path === '' ? '' : `${path}/`
  const bucket = inPath
    ? `${endpoint.origin}/${url.hostname}/`
    : `${endpoint.protocol}//${url.hostname}.${endpoint.host}/`
  return done({ base: bucket + prefix, bucket, prefix, region, accessKeyId, secretAccessKey })
}

function addressOff(text: string) {
  return refuse('vault-url-off', {
    zh: `“${text}”不是对象存储的地址；写成 s3://桶名/前缀?endpoint=https://地址&region=区域`,
    en: `"${text}" is no address of object storage: write s3://bucket/prefix?endpoint=https://host&region=region`,
  })
}

function keyInAddress() {
  return refuse('vault-url-off', {
    zh: '密钥不要写在地址里；用环境变量 YOUJU_S3_ACCESS_KEY_ID 和 YOUJU_S3_SECRET_ACCESS_KEY',
    en: 'keep keys out of the address: set YOUJU_S3_ACCESS_KEY_ID and YOUJU_S3_SECRET_ACCESS_KEY',
  })
}

function keysMissing() {
  return refuse('vault-keys-missing', {
    zh: '缺对象存储的密钥；请设环境变量 YOUJU_S3_ACCESS_KEY_ID 和 YOUJU_S3_SECRET_ACCESS_KEY',
    en: 'the keys of the object storage are missing: set YOUJU_S3_ACCESS_KEY_ID and YOUJU_S3_SECRET_ACCESS_KEY',
  })
}
