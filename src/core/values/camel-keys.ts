type Camel<S extends string> = S extends `${infer Head}-${infer Tail}` ? `${Head}${Capitalize<Camel<Tail>>}` : S

/** The same data with `signed-at` called `signedAt`, all the way down. */
export type CamelKeys<T> = T extends string
  ? T
  : T extends readonly (infer Item)[]
    ? readonly CamelKeys<Item>[]
    : T extends object
      ? { [Key in keyof T as Key extends string ? Camel<Key> : Key]: CamelKeys<T[Key]> }
      : T

/** Parsed data with camel-case keys. Keys with a dot are fact ids and stay as they are. */
export function camelKeys<T>(value: T): CamelKeys<T> {
  return renamed(value, camel) as CamelKeys<T>
}

/** The other way: data with `signedAt` called `signed-at`. */
export function kebabKeys(value: unknown): unknown {
  return renamed(value, kebab)
}

function renamed(value: unknown, name: (key: string) => string): unknown {
  if (Array.isArray(value)) return value.map((inner) => renamed(inner, name))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [name(key), renamed(inner, name)]))
}

function camel(key: string): string {
  return key.includes('.') ? key : key.replace(/-([a-z])/g, (_dash, letter: string) => letter.toUpperCase())
}

function kebab(key: string): string {
  return key.includes('.') ? key : key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
}
