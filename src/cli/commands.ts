import type { Command } from './command.ts'

/** Every command by name, loaded when it is called. A file a command, exporting it as `nameCommand`. */
const loaders: Readonly<Record<string, () => Promise<Command>>> = {
  pack: async () => (await import('./pack.ts')).packCommand,
  advise: async () => (await import('./advise.ts')).adviseCommand,
  due: async () => (await import('./due.ts')).dueCommand,
  'court-fee': async () => (await import('./court-fee.ts')).courtFeeCommand,
  claim: async () => (await import('./claim.ts')).claimCommand,
  'check-knowledge': async () => (await import('./check-knowledge.ts')).checkKnowledgeCommand,
}

export const commandNames: readonly string[] = Object.keys(loaders)

export async function loadCommand(name: string): Promise<Command | undefined> {
  return Object.hasOwn(loaders, name) ? loaders[name]?.() : undefined
}
