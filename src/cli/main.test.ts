import { describe, expect, it } from 'vitest'
import { commandNames, loadCommand } from './commands.ts'
import { run } from './world.fixture.ts'

const han = /[一-龥]/

describe('help', () => {
  it('lists every command on standard output', async () => {
    const { ending, out, said } = await run('--help')
    expect({ ending, said }).toEqual({ ending: 'holds', said: [] })
    for (const name of commandNames) expect(out).toContain(`  ${name}`)
  })

  it.each(['due --help', 'due -h', '--help due', 'help due', '--lang zh-CN due --help'])(
    'of a command: %s',
    async (words) => {
      const { ending, out, said } = await run(words)
      expect({ ending, said }).toEqual({ ending: 'holds', said: [] })
      expect(out).toContain('用法：youju due [选项]')
      expect(out).toContain('working-days')
      expect(out).toContain('--now T')
    },
  )

  it.each(commandNames)('of %s exists in both languages, under its own name', async (name) => {
    expect((await loadCommand(name))?.name).toBe(name)
    expect((await run(`${name} --help`)).out).toMatch(han)
    expect((await run(`${name} --help --lang en`)).out).not.toMatch(han)
  })

  it('fits a terminal of a hundred and twenty columns', async () => {
    const texts = await Promise.all([
      run('--help --lang en'),
      ...commandNames.map((name) => run(`${name} --help --lang en`)),
    ])
    const long = texts.flatMap(({ lines }) => lines).filter((line) => line.length > 120)
    expect(long).toEqual([])
  })
})

describe('a call that is off', () => {
  it.each([
    ['', '请写明要做什么'],
    ['deu', '没有“deu”这个命令，您是不是要写“due”'],
    ['lawsuit', '没有“lawsuit”这个命令；'],
    ['constructor', '没有“constructor”这个命令；'],
    ['help lawsuit', '没有“lawsuit”这个命令；'],
    ['due --jsn', '没有“--jsn”这个选项，您是不是要写“--json”'],
    ['due -x', '没有“-x”这个选项；'],
    ['due --toString', '没有“--toString”这个选项；'],
    ['due --json=1', '选项 --json 后面不跟值'],
    ['due --now', '选项 --now 后面要跟一个值'],
    ['due --now --json', '选项 --now 后面要跟一个值'],
    ['due --now=', '选项 --now 后面要跟一个值'],
    ['due --now tomorrow', '选项 --now：“tomorrow”不是一个可用的时刻'],
    ['due --lang fr', '--lang 只有 zh-CN 和 en，没有“fr”'],
    ['due more', '多了“more”'],
  ])('youju %s', async (words, message) => {
    const { ending, out, said } = await run(words)
    expect({ ending, out, told: said.length }).toEqual({ ending: 'misused', out: '', told: 1 })
    expect(said[0]).toContain(message)
  })

  it('is told in English on request', async () => {
    const { said } = await run('--lang en deu')
    expect(said).toEqual(['There is no command "deu", did you mean "due"; youju --help lists all'])
  })
})
