import type { Command } from './command.ts'

/** Every command by name, loaded when it is called. A file a command, exporting it as `nameCommand`. */
const loaders: Readonly<Record<string, () => Promise<Command>>> = {
  pack: async () => (await import('./pack.ts')).packCommand,
  advise: async () => (await import('./advise.ts')).adviseCommand,
  law: async () => (await import('./law/law.ts')).lawCommand,
  triage: async () => (await import('./language/triage.ts')).triageCommand,
  lint: async () => (await import('./language/lint.ts')).lintCommand,
  verify: async () => (await import('./proof/verify.ts')).verifyCommand,
  bag: async () => (await import('./proof/bag.ts')).bagCommand,
  new: async () => (await import('./evidence/new.ts')).newCommand,
  read: async () => (await import('./evidence/read.ts')).readCommand,
  timestamp: async () => (await import('./proof/timestamp.ts')).timestampCommand,
  anchor: async () => (await import('./proof/anchor.ts')).anchorCommand,
  due: async () => (await import('./due.ts')).dueCommand,
  'court-fee': async () => (await import('./court-fee.ts')).courtFeeCommand,
  claim: async () => (await import('./claim.ts')).claimCommand,
  'check-knowledge': async () => (await import('./check-knowledge.ts')).checkKnowledgeCommand,
  list: async () => (await import('./casebook/list.ts')).listCommand,
  show: async () => (await import('./casebook/show.ts')).showCommand,
  open: async () => (await import('./casebook/open.ts')).openCommand,
  log: async () => (await import('./casebook/log.ts')).logCommand,
  add: async () => (await import('./casebook/add.ts')).addCommand,
  answer: async () => (await import('./casebook/answer.ts')).answerCommand,
  confirm: async () => (await import('./casebook/answer.ts')).confirmCommand,
  filed: async () => (await import('./casebook/filed.ts')).filedCommand,
  reply: async () => (await import('./casebook/filed.ts')).replyCommand,
  appeal: async () => (await import('./casebook/filed.ts')).appealCommand,
  offer: async () => (await import('./casebook/offer.ts')).offerCommand,
  decide: async () => (await import('./casebook/offer.ts')).decideCommand,
  received: async () => (await import('./casebook/received.ts')).receivedCommand,
  correct: async () => (await import('./casebook/correct.ts')).correctCommand,
  redact: async () => (await import('./evidence/redact.ts')).redactCommand,
  close: async () => (await import('./casebook/close.ts')).closeCommand,
  reopen: async () => (await import('./casebook/close.ts')).reopenCommand,
  purchase: async () => (await import('./purchase/purchase.ts')).purchaseCommand,
  'check-before-buying': async () => (await import('./purchase/check-before-buying.ts')).checkBeforeBuyingCommand,
  outcomes: async () => (await import('./records/outcomes.ts')).outcomesCommand,
  letter: async () => (await import('./casebook/letter.ts')).letterCommand,
  doctor: async () => (await import('./house/doctor.ts')).doctorCommand,
  serve: async () => (await import('./house/serve.ts')).serveCommand,
  mcp: async () => (await import('./house/mcp.ts')).mcpCommand,
  import: async () => (await import('./casebook/import.ts')).importCommand,
  export: async () => (await import('./archive/export.ts')).exportCommand,
  backup: async () => (await import('./archive/backup.ts')).backupCommand,
  restore: async () => (await import('./archive/restore.ts')).restoreCommand,
}

export const commandNames: readonly string[] = Object.keys(loaders)

export async function loadCommand(name: string): Promise<Command | undefined> {
  return Object.hasOwn(loaders, name) ? loaders[name]?.() : undefined
}
