const placeholder = /\{([a-z][a-zA-Z0-9.-]*)\}/g

/** The placeholders of a template, in order, each once. */
export function placeholdersOf(template: string): readonly string[] {
  return [...new Set([...template.matchAll(placeholder)].map((match) => match[1] ?? ''))]
}

/**
 * Fills `{placeholder}` in one pass: what is put in is never read again, so braces in a user's words stay braces.
 * A placeholder without a value is a fault of the template or its caller: it throws.
 */
export function fill(template: string, value: (name: string) => string | undefined): string {
  return template.replace(placeholder, (whole, name: string) => {
    const filled = value(name)
    if (filled === undefined) throw new Error(`placeholder ${whole} has no value in: ${template}`)
    return filled
  })
}
