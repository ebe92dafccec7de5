/** Adds an EXIF orientation to a JPEG, as a camera does when it is held upright. */

/**
 * The JPEG with an EXIF segment that has only the orientation (1 to 8). Orientation 6 means that the pixels must be
 * turned 90° clockwise.
 */
export function withOrientation(jpeg: Buffer, orientation: number): Buffer {
  const start = jpeg.subarray(0, 2)
  if (start.toString('hex') !== 'ffd8') {
    throw new Error('A JPEG starts with FF D8, this file does not')
  }
  return Buffer.concat([start, exifSegment(orientation), jpeg.subarray(2)])
}

function exifSegment(orientation: number): Buffer {
  const body = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiffWithOrientation(orientation)])
  const head = Buffer.alloc(4)
  head.writeUInt16BE(0xffe1, 0)
  head.writeUInt16BE(body.length + 2, 2)
  return Buffer.concat([head, body])
}

/** A TIFF of one directory with one entry: tag 0x0112, one SHORT, its value left-justified. */
function tiffWithOrientation(orientation: number): Buffer {
  const tiff = Buffer.alloc(26)
  tiff.write('MM\0*', 'latin1')
  tiff.writeUInt32BE(8, 4)
  tiff.writeUInt16BE(1, 8)
  tiff.writeUInt16BE(0x0112, 10)
  tiff.writeUInt16BE(3, 12)
  tiff.writeUInt32BE(1, 14)
  tiff.writeUInt16BE(orientation, 18)
  return tiff
}
