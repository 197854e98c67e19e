import type { BaseBlock } from 'asn1js'
import type { Attribute } from 'pkijs'

/** The one value of an attribute that must stand there once; undefined where it does not. */
export function only(attributes: readonly Attribute[], id: string): BaseBlock | undefined {
  const [found, ...more] = attributes.filter(({ type }) => type === id)
  const value: unknown = found?.values.length === 1 && more.length === 0 ? found.values[0] : undefined
  return value as BaseBlock | undefined
}
