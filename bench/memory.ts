import { readdirSync, readFileSync } from 'node:fs'

/** Watches a process and all its children: the most memory they held together, in MB (0 where the system does not tell). */
export function watchMemory(root: number): () => number {
  let most = 0
  const timer = setInterval(() => {
    most = Math.max(most, held(root))
  }, 100)
  return () => {
    clearInterval(timer)
    return most
  }
}

function held(root: number): number {
  const parents = new Map<number, number>()
  const pages = new Map<number, number>()
  try {
    for (const name of readdirSync('/proc')) {
      if (!/^\d+$/.test(name)) continue
      const id = Number(name)
      const stat = fields(`/proc/${name}/stat`)
      if (stat === undefined) continue
      // After the name in brackets: state, parent, … and the resident pages as the 22nd.
      parents.set(id, Number(stat[1]))
      pages.set(id, Number(stat[21]))
    }
  } catch {
    return 0
  }
  const below = (id: number): boolean => id === root || (id > 1 && below(parents.get(id) ?? 0))
  let all = 0
  for (const [id, count] of pages) if (below(id)) all += count
  return (all * 4096) / 1_048_576
}

function fields(path: string): readonly string[] | undefined {
  try {
    const text = readFileSync(path, 'utf8')
    return text.slice(text.lastIndexOf(')') + 2).split(' ')
  } catch {
    // The process is gone.
    return undefined
  }
}
