import { createContext, type ReactNode, use, useEffect, useMemo, useState } from 'react'
import { isLang, type Lang } from '../../core/values/text.ts'
import { en } from './en/en.ts'
import { type Texts, zh } from './zh/zh.ts'

type Speaking = { readonly lang: Lang; readonly t: Texts; readonly setLang: (lang: Lang) => void }

const SpeakingContext = createContext<Speaking>({ lang: 'zh-CN', t: zh, setLang: () => {} })
const storageKey = 'youju.lang'

/** The language of the screen, Chinese unless the user chose otherwise, and its catalogue. */
export function TextsProvider({ children }: { readonly children: ReactNode }) {
  const [lang, setLang] = useState<Lang>(storedLang)
  useEffect(() => {
    document.documentElement.lang = lang
    try {
      localStorage.setItem(storageKey, lang)
    } catch {}
  }, [lang])
  const speaking = useMemo(() => ({ lang, t: lang === 'en' ? en : zh, setLang }), [lang])
  return <SpeakingContext value={speaking}>{children}</SpeakingContext>
}

export function useTexts(): Speaking {
  return use(SpeakingContext)
}

function storedLang(): Lang {
  try {
    const stored = localStorage.getItem(storageKey)
    return isLang(stored) ? stored : 'zh-CN'
  } catch {
    return 'zh-CN'
  }
}
