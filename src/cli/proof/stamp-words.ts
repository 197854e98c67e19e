import { epochMs, formatShanghai } from '../../core/values/instant.ts'
import { type Lang, say, type Text } from '../../core/values/text.ts'
import type { Stamping, Tried } from '../../server/proof/stamp/stamp.ts'
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

/** What came of asking: the time stamp, or that none came; below it each authority that was asked in vain. */
export function stampingWords({ verdict, token, tried }: Stamping, now: string, lang: Lang): readonly string[] {
  const none = {
    zh: `问了 ${tried.length} 家机构，没有一家给出可用的时间戳：`,
    en: `${tried.length} authorities were asked and none gave a time stamp that holds:`,
  }
  if (token === undefined && tried.length > 1) return [say(none, lang), ...triedWords(tried, lang)]
  const failed = token === undefined ? [] : triedWords(tried.slice(0, -1), lang)
  return [verdictWords(verdict, lang), ...clockWords(verdict, now, lang), ...failed]
}

/** Records bear the time of this machine: where its clock differs from that of the authority, that is worth knowing. */
function clockWords({ status, time }: Verdict, now: string, lang: Lang): readonly string[] {
  const minutes = time === undefined ? 0 : Math.round((epochMs(now) - epochMs(time)) / 60_000)
  if (status !== 'stamped' || Math.abs(minutes) < 5) return []
  const off = {
    zh: `注意：本机时钟与机构的时间相差约 ${Math.abs(minutes)} 分钟；以机构的为准，请校准本机时钟。`,
    en: `Note: the clock of this machine is about ${Math.abs(minutes)} minutes off that of the authority; go by the latter and set yours right.`,
  }
  return [say(off, lang)]
}

function triedWords(tried: readonly Tried[], lang: Lang): readonly string[] {
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
