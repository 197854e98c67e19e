import { type BaseBlock, fromBER } from 'asn1js'

/** What a hostile answer may cost to read. Real tokens have some hundred nodes, a dozen deep. */
const LIMITS = { maxDepth: 64, maxNodes: 20_000 }

/** The one ASN.1 value that these bytes are, all of them; undefined when they are none. */
export function derOf(bytes: Uint8Array): BaseBlock | undefined {
  try {
    const { offset, result } = fromBER(bytes, LIMITS)
    return offset === bytes.length && result.error === '' ? result : undefined
  } catch {
    return undefined
  }
}

/** The values inside a constructed one. */
export function inside(block: BaseBlock | undefined): readonly BaseBlock[] {
  const { value } = (block?.valueBlock ?? {}) as { readonly value?: unknown }
  return Array.isArray(value) ? value : []
}

/** A value as it stood in what was read, tag and length included. */
export function rawOf(block: BaseBlock): Buffer {
  return Buffer.from(block.valueBeforeDecodeView)
}

/** The content of a plain value, such as the octets of an OCTET STRING. */
export function contentOf(block: BaseBlock): Buffer {
  const { valueHexView } = block.valueBlock as { readonly valueHexView?: Uint8Array }
  return Buffer.from(valueHexView ?? [])
}

/** A number without the zeros in front that differ between writers. */
export function wholeNumber(content: Uint8Array): string {
  return Buffer.from(content)
    .toString('hex')
    .replace(/^(00)+(?=..)/, '')
}
