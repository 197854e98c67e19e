import { formatShanghai } from '../../core/values/instant.ts'
import { type Lang, say, type Text } from '../../core/values/text.ts'
import type { Tried } from '../../server/proof/stamp/stamp.ts'
import { reasonWords, type Verdict } from '../../server/proof/stamp/verdict.ts'

/** What became of a time stamp, for a person. */
export function verdictWords({ status, time, authority, reason, said, certificateUntil }: Verdict, lang: Lang): string {
  const when = time === undefined ? '' : formatShanghai(time)
  if (status === 'stamped')
    return say(
      {
        zh: `时间戳完好：${when}（北京时间），机构 ${authority}。内容最晚在这一刻已经存在，此后没有改动。${until(certificateUntil).zh}`,
        en: `The time stamp holds: ${when} (Beijing), by ${authority}. The content was there by then and has not changed since.${until(certificateUntil).en}`,
      },
      lang,
    )
  const why = reason === undefined ? { zh: '没有机构可问', en: 'there was no authority to ask' } : reasonWords(reason)
  const claim =
    time === undefined
      ? { zh: '', en: '' }
      : { zh: `（它自称 ${when}，${authority}）`, en: ` (it claims ${when}, ${authority})` }
  const own = said === undefined ? { zh: '', en: '' } : { zh: `（${said}）`, en: ` (${said})` }
  return say({ zh: `不算盖上：${why.zh}${own.zh}${claim.zh}`, en: `Not stamped: ${why.en}${own.en}${claim.en}` }, lang)
}

/** A line for each authority that was asked in vain. */
export function triedWords(tried: readonly Tried[], lang: Lang): readonly string[] {
  return tried.flatMap((one) => (one.status === 'stamped' ? [] : [`- ${one.url} ${verdictWords(one, lang)}`]))
}

export const nothingCompared: Text = {
  zh: '锚里没有一条与这里有关，什么都没有对上；请核对锚文件',
  en: 'nothing in the anchors is about what lies here: nothing was compared; check the file of anchors',
}

/** What a time stamp says and what not. */
export function meaning(lang: Lang): string {
  return say(
    {
      zh: '它不证明内容真实，也不证明是谁做的；原文件和凭据都要留好，一个字节也不能改。',
      en: 'It does not show that the content is true, nor whose it is. Keep the file and the token, both to the byte.',
    },
    lang,
  )
}

function until(end: string | undefined) {
  if (end === undefined) return { zh: '', en: '' }
  const day = formatShanghai(end)
  return {
    zh: `机构证书有效至 ${day}，在此之前最好再盖一次。`,
    en: ` The certificates end on ${day}; have it stamped anew before that.`,
  }
}
