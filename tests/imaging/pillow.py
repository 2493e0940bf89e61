"""Pillow's side of the resize test.

usage: pillow.py FILE WIDTHxHEIGHT[@X,Y,WIDTH,HEIGHT]...
Writes the samples of the image, resized bilinearly to each size (from the given box), to the standard output.
"""

import sys

from PIL import Image

image = Image.open(sys.argv[1])
for case in sys.argv[2:]:
    size, _, box = case.partition("@")
    width, height = (int(n) for n in size.split("x"))
    part = None
    if box:
        x, y, w, h = (float(n) for n in box.split(","))
        part = (x, y, x + w, y + h)
    sys.stdout.buffer.write(image.resize((width, height), Image.BILINEAR, box=part).tobytes())
