/** Languages of the product: Chinese first, English second. */
export type Lang = 'zh-CN' | 'en'

export function isLang(value: unknown): value is Lang {
  return value === 'zh-CN' || value === 'en'
}

/** One sentence for users in both languages. */
export type Text = { readonly zh: string; readonly en: string }

export function say(text: Text, lang: Lang): string {
  return lang === 'en' ? text.en : text.zh
}

export function isText(value: unknown): value is Text {
  if (typeof value !== 'object' || value === null || !('zh' in value && 'en' in value)) return false
  return typeof value.zh === 'string' && typeof value.en === 'string'
}
