import type { Law } from '../../knowledge/law.ts'
import type { Text } from '../../values/text.ts'

/* What is wrong with a citation, and what to write instead. */

type Said = { readonly message: Text; readonly suggestion?: Text }

const nameOf = (law: Law) => law.short[0] ?? law.title

export function lawUnknown(name: string, near: Law | undefined): Said {
  return {
    message: {
      zh: `《${name}》不在已核对的法律里，无法确认有没有这一条`,
      en: `${name} is not among the laws that were checked, so this article cannot be confirmed`,
    },
    ...(near
      ? {
          suggestion: {
            zh: `如果要引的是《${near.title}》，请写这个名称；不是的话，先到官方网站核对原文`,
            en: `If ${near.title} is meant, name it so; otherwise check the official text first`,
          },
        }
      : { suggestion: { zh: '先到官方网站核对原文，再写进去', en: 'Check the official text before you cite it' } }),
  }
}

export function articleAbsent({ title, lastArticle }: Law, article: string): Said {
  return {
    message: {
      zh: `《${title}》没有第${article}条，最后一条是第${lastArticle}条`,
      en: `${title} has no article ${article}; its last is ${lastArticle}`,
    },
    suggestion: { zh: '改成真正依据的那一条', en: 'Name the article that is meant' },
  }
}

export function notInStatute(name: string, article: { readonly number: string } | undefined): Said {
  const number = article?.number.replace('-', '条之') ?? ''
  return {
    message: {
      zh: `您导入的《${name}》当时的文本里没有第${number}${number.includes('之') ? '' : '条'}`,
      en: `The text of ${name} that you imported has no article ${article?.number} on that day`,
    },
    suggestion: { zh: '改成真正依据的那一条', en: 'Name the article that is meant' },
  }
}

export function articleNotHeld(law: Law, article: string): Said {
  return {
    message: {
      zh: `《${law.title}》第${article}条没有收在这里，无法核对它说了什么（不等于没有这一条）`,
      en: `Article ${article} of ${law.title} is not held here, so what it says cannot be checked (it may well exist)`,
    },
    suggestion: { zh: '引用前对照官方原文', en: 'Compare the official text before you cite it' },
  }
}

export function notYet(law: Law, since: string, day: string): Said {
  return {
    message: {
      zh: `《${nameOf(law)}》的这条规定 ${since} 起施行，${day} 还没有生效`,
      en: `This rule of ${law.title} is in force from ${since}; on ${day} it was not`,
    },
    suggestion: { zh: '引用当时有效的规定', en: 'Cite what was in force at the time' },
  }
}

export function repealed(law: Law, until: string, now: string | undefined): Said {
  return {
    message: {
      zh: `《${law.title}》的这条规定只施行到 ${until}，已经失效`,
      en: `This rule of ${law.title} was in force until ${until} only`,
    },
    suggestion: now
      ? { zh: `现在是${now}`, en: `Its place was taken by ${now}` }
      : { zh: '引用现行的规定', en: 'Cite what is in force' },
  }
}

export function lawEnded(name: string, by: Law, to: string): Said {
  return {
    message: {
      zh: `《${name}》只施行到 ${to}，已经废止`,
      en: `${name} was in force until ${to} only`,
    },
    suggestion: {
      zh: `它的内容现在要到《${nameOf(by)}》里找，条号不同，核对以后再引`,
      en: `Look in ${by.title}, which came in its place, and cite the article there: numbers differ`,
    },
  }
}

type Wrong = {
  readonly cited: string
  /** What the cited provision is about, by paragraphs. */
  readonly says: readonly string[]
  readonly claimed: Text
  readonly carrier: string | undefined
}

export function wrongProvision({ cited, says, claimed, carrier }: Wrong): Said {
  const about = [...new Set(says)].join('、')
  return {
    message: {
      zh: `${cited}说的是“${about}”，不是${claimed.zh}的依据`,
      en: `${cited} is about “${about}”; it does not carry ${claimed.en}`,
    },
    ...(carrier ? { suggestion: { zh: `改引${carrier}`, en: `Cite ${carrier}` } } : {}),
  }
}
