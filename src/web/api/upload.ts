import { DetailedError, Upload } from 'tus-js-client'
import type { EvidenceKind } from '../../core/values/evidence-kind.ts'

export type UploadAsked = {
  readonly caseId: string
  readonly file: File
  readonly kind?: EvidenceKind
  /** The language a refusal is worded in. */
  readonly lang?: 'zh-CN' | 'en'
  readonly onProgress?: (share: number) => void
}

/**
 * Sends one file in pieces and answers with its exhibit id. A broken line is taken up again where it broke, also after the
 * page was closed when the same file is chosen again; the server keeps one exhibit of the same bytes.
 */
export async function uploadFile({ caseId, file, kind, lang, onProgress }: UploadAsked): Promise<string> {
  return new Promise((resolve, reject) => {
    let exhibit = ''
    const upload = new Upload(file, {
      endpoint: '/api/uploads',
      chunkSize: 8 * 1_048_576,
      retryDelays: [0, 500, 1000, 2000, 4000, 8000, 15_000],
      removeFingerprintOnSuccess: true,
      metadata: { case: caseId, name: file.name, ...(kind && { kind }), ...(lang && { lang }) },
      fingerprint: async () => ['youju', caseId, file.name, file.size, file.lastModified].join('|'),
      onProgress: (sent, total) => onProgress?.(total === 0 ? 0 : sent / total),
      onAfterResponse: (_request, response) => {
        exhibit = response.getHeader('Upload-Exhibit') ?? exhibit
      },
      onSuccess: () => (exhibit === '' ? reject(new Error('the upload was not taken')) : resolve(exhibit)),
      onError: reject,
    })
    void upload.findPreviousUploads().then(([previous]) => {
      if (previous) upload.resumeFromPreviousUpload(previous)
      upload.start()
    })
  })
}

/** Why the server would not take a file; undefined when it did not answer, so that sending it again may help. */
export function refusedBecause(error: unknown): string | undefined {
  const answer = error instanceof DetailedError ? error.originalResponse : undefined
  return answer?.getStatus() === 422 ? answer.getBody() : undefined
}
