/**
 * The lines of a statute without what its carrier adds: front matter, comments, Markdown headings, emphasis, quotes and
 * escapes, blanks of any width at the ends. Two wide blanks in a line begin a paragraph, as in texts copied from pages.
 */
export function statuteLines(text: string): readonly string[] {
  return text
    .replace(/^\uFEFF/, '')
    .replaceAll(/\r\n?/g, '\n')
    .replace(/^---\n[\s\S]{0,2000}?\n---\n/, '')
    .replaceAll(/<!--(?:(?!<!--)[\s\S]){0,2000}?-->/g, '\n')
    .replaceAll(/[\u200B-\u200F\u2060\uFEFF]/g, '')
    .split(/\n|(?<!\u3000)\u3000{2,20}(?=第)/)
    .map(bare)
    .filter((line) => line !== '' && !/^[=*_~-]{3,}/.test(line))
}

function bare(line: string): string {
  return line
    .replaceAll(/[\s\u3000\u00A0]+/g, ' ')
    .trim()
    .replace(/^(?:#{1,6} |> ?)+/, '')
    .replaceAll(/\*\*|__/g, '')
    .replaceAll(/\\([()[\].*_-])/g, '$1')
    .trim()
}
