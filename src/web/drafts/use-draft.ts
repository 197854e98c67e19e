import { useCallback, useEffect, useState } from 'react'

const prefix = 'youju.draft.'

/** What a user is writing, kept in this browser until it is saved: a reload or a crash loses nothing. */
export function useDraft<T>(key: string, initial: T): readonly [T, (value: T) => void, () => void] {
  const [value, setValue] = useState<T>(() => readDraft(key) ?? initial)
  useEffect(() => {
    const stored = JSON.stringify(value)
    if (stored === JSON.stringify(initial)) forget(key)
    else write(key, stored)
  }, [key, value, initial])
  const clear = useCallback(() => {
    forget(key)
    setValue(initial)
  }, [key, initial])
  return [value, setValue, clear]
}

function readDraft<T>(key: string): T | undefined {
  try {
    const text = localStorage.getItem(prefix + key)
    return text === null ? undefined : (JSON.parse(text) as T)
  } catch {
    return undefined
  }
}

/** Storage may be full or forbidden: then the draft lives in the page alone. */
function write(key: string, text: string): void {
  try {
    localStorage.setItem(prefix + key, text)
  } catch {}
}

function forget(key: string): void {
  try {
    localStorage.removeItem(prefix + key)
  } catch {}
}
