"""A screenshot as PNG with a palette, a quarter of its size: its colours are counted in the browser, which has them."""

import base64
import struct
import zlib

from playwright.sync_api import Page

COLOURS = 64
# The most frequent colours, and for every pixel the number of the nearest of them.
COUNT = """async ([png, colours]) => {
  const image = await createImageBitmap(await (await fetch("data:image/png;base64," + png)).blob());
  const canvas = new OffscreenCanvas(image.width, image.height);
  canvas.getContext("2d").drawImage(image, 0, 0);
  const data = new Uint32Array(canvas.getContext("2d").getImageData(0, 0, image.width, image.height).data.buffer);
  const counts = new Map();
  for (const colour of data) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  const parts = (colour) => [colour & 255, (colour >> 8) & 255, (colour >> 16) & 255];
  const apart = (one, two) => one.reduce((sum, part, n) => sum + (part - two[n]) ** 2, 0);
  // The grounds, however near to each other; then by count, but first those that are unlike all that are taken already:
  // small text of a colour of its own keeps it.
  const palette = [];
  const byCount = [...counts].sort((a, b) => b[1] - a[1]);
  for (const [least, most] of [[0, 12], [600, colours], [200, colours], [0, colours]]) for (const [colour] of byCount) {
    if (palette.length === most) break;
    if (palette.every((taken) => apart(taken, parts(colour)) > least)) palette.push(parts(colour));
  }
  const nearest = new Map();
  for (const colour of counts.keys()) {
    let best = 0;
    for (let n = 1; n < palette.length; n++)
      if (apart(palette[n], parts(colour)) < apart(palette[best], parts(colour))) best = n;
    nearest.set(colour, best);
  }
  let numbers = "";
  for (const colour of data) numbers += String.fromCharCode(nearest.get(colour));
  return {width: image.width, height: image.height, palette: palette.flat(), numbers: btoa(numbers)};
}"""


def shrink(page: Page, png: bytes) -> bytes:
    """The same picture with COLOURS colours; `page` is an empty one to count in."""
    found = page.evaluate(COUNT, [base64.b64encode(png).decode(), COLOURS])
    width, height, numbers = found["width"], found["height"], base64.b64decode(found["numbers"])
    rows = b"".join(b"\0" + numbers[row * width : (row + 1) * width] for row in range(height))
    header = struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"PLTE", bytes(found["palette"])), (b"IDAT", zlib.compress(rows, 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_make_chunk(*chunk) for chunk in chunks)


def _make_chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
