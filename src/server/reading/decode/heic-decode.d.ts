declare module 'heic-decode' {
  /** The main picture of a HEIC file, four bytes a pixel, turned as the file asks for. */
  function decode(file: {
    readonly buffer: Uint8Array
  }): Promise<{ readonly width: number; readonly height: number; readonly data: Uint8ClampedArray }>
  export = decode
}
