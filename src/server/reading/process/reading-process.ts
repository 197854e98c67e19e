import { type ChildProcess, fork } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { constants, setPriority } from 'node:os'
import { fileURLToPath } from 'node:url'
import type { NoteCode } from '../decode/decoded.ts'
import type { Answer, Answers, Job } from './job.ts'

export type Limits = { readonly megabytes: number; readonly seconds: number }

type Done<Kind extends Job['kind']> =
  | { readonly ok: true; readonly value: Answers[Kind] }
  | { readonly ok: false; readonly note: NoteCode }

/** How often the memory of a working process is looked at, in milliseconds. */
const LOOK = 50

/**
 * A process that does one kind of job, with a limit on time and memory for each. It is started when it is first needed; when a
 * job breaks a limit or the process dies the process is ended, the job is answered with the reason, and the next one gets a new one.
 */
export class ReadingProcess<Kind extends Job['kind']> {
  readonly #limits: Limits
  #child: ChildProcess | undefined
  #turn: Promise<unknown> = Promise.resolve()

  constructor(limits: Limits) {
    this.#limits = limits
  }

  ask<K extends Kind>(job: Extract<Job, { kind: K }>): Promise<Done<K>> {
    const answer = this.#turn.then(() => this.#withRoom(job))
    this.#turn = answer
    return answer
  }

  /** What is being worked on is given up. */
  async close(): Promise<void> {
    this.#end()
    await this.#turn
    this.#end()
  }

  /** What earlier jobs left in memory counts for none: a process that has grown is changed for a new one. */
  async #withRoom<K extends Kind>(job: Extract<Job, { kind: K }>): Promise<Done<K>> {
    const used = this.#child === undefined ? 0 : await residentMegabytes(this.#child.pid)
    if (used > this.#limits.megabytes * 0.6) this.#end()
    const fresh = this.#child === undefined
    const done = await this.#work(job)
    return fresh || done.ok || done.note !== 'too-much-memory' ? done : this.#work(job)
  }

  #work<K extends Kind>(job: Extract<Job, { kind: K }>): Promise<Done<K>> {
    const child = this.#running()
    return new Promise((resolve) => {
      const stop = (done: Done<K>, end: boolean) => {
        clearTimeout(clock)
        clearInterval(watch)
        child.removeAllListeners('message').removeAllListeners('exit').removeAllListeners('error')
        if (end) this.#end()
        resolve(done)
      }
      const broken = (note: NoteCode) => stop({ ok: false, note }, true)
      const clock = setTimeout(() => broken('too-slow'), this.#limits.seconds * 1000)
      const watch = setInterval(() => {
        void residentMegabytes(child.pid).then((used) => used > this.#limits.megabytes && broken('too-much-memory'))
      }, LOOK)
      child.once('exit', () => broken('reader-stopped'))
      child.once('error', () => broken('reader-stopped'))
      child.once('message', (answer: Answer) =>
        stop(answer.ok ? { ok: true, value: answer.value as Answers[K] } : { ok: false, note: 'unreadable' }, false),
      )
      child.send(job, (error) => error && broken('reader-stopped'))
    })
  }

  #running(): ChildProcess {
    if (this.#child?.connected) return this.#child
    const { script, options } = program()
    this.#child = fork(script, {
      execArgv: [...options, '--max-old-space-size=384', '--no-warnings'],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      env: environment(),
    })
    yieldToOthers(this.#child.pid)
    this.#child.channel?.unref()
    this.#child.unref()
    return this.#child
  }

  #end(): void {
    this.#child?.kill('SIGKILL')
    this.#child = undefined
  }
}

/** Beside the bundle stands the program's own; from the sources it runs through the loader of the tests. */
function program(): { readonly script: string; readonly options: readonly string[] } {
  const fromSources = import.meta.url.endsWith('.ts')
  const script = fileURLToPath(new URL(fromSources ? './child.ts' : './reader.mjs', import.meta.url))
  return { script, options: fromSources ? ['--import', 'tsx'] : [] }
}

/** Reading can wait: whoever uses the machine, and the server's own answers, go first. */
function yieldToOthers(pid: number | undefined): void {
  try {
    if (pid !== undefined) setPriority(pid, constants.priority.PRIORITY_LOW)
  } catch {
    // Gone already, or a system that does not let it: then it works like the rest.
  }
}

/** Nothing of the user's environment but what a system needs to start a process. */
function environment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => /^(PATH|SystemRoot|TEMP|TMP|TMPDIR|LANG)$/i.test(name))
  return { ...Object.fromEntries(kept), MALLOC_ARENA_MAX: '2' }
}

/** What a process holds in memory; 0 where the system does not tell (then its own heap limit alone holds). */
async function residentMegabytes(pid: number | undefined): Promise<number> {
  const pages = await readFile(`/proc/${pid}/statm`, 'utf8').catch(() => '')
  return (Number(pages.split(' ')[1] ?? 0) * 4096) / 1_048_576
}
