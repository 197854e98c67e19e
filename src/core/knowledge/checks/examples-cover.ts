import type { Check } from '../check.ts'

export const examplesCover: Check = {
  id: 'examples-cover',
  why: {
    zh: '每项权利至少要有适用、不适用、缺事实三种例子。',
    en: 'Each right has examples that apply, that do not, and that lack facts.',
  },
  fix: { zh: '补上缺的例子，它们会作为测试运行。', en: 'Add the missing kind; examples run as tests.' },
  *breaches({ rights }) {
    for (const [id, right] of Object.entries(rights))
      for (const kind of ['applies', 'does-not-apply', 'needs-facts'])
        if (!right.examples.some((example) => example.expect === kind))
          yield { entry: `rights/${id}`, path: ['examples'], detail: kind }
  },
}
