"""TIFF files of several bands, written with numpy alone, and their samples beside them.

usage: bands.py FOLDER
Writes NAME.tif and NAME.raw (the samples as they should be read, interleaved, native byte order) for every row of the
table, and prints "NAME WIDTH HEIGHT CHANNELS DEPTH BANDS" for each; BANDS is 0 where the channels are colours.
"""

import struct
import sys
import zlib

import numpy

WIDTH, HEIGHT = 37, 23
EXTRA, ALPHA = 0, 2
#        name           type      samples photometric planar  tile deflate extra samples    byte order
KINDS = [
    ("two",             "uint8",   2,     1,          1,      0,   False,  [EXTRA],         "<"),
    ("four_rgb",        "uint8",   4,     2,          1,      0,   False,  [EXTRA],         "<"),
    ("four_planes",     "uint16",  4,     1,          2,      0,   True,   [EXTRA] * 3,     "<"),
    ("five",            "uint16",  5,     1,          1,      0,   True,   [EXTRA] * 4,     ">"),
    ("five_rgb_float",  "float32", 5,     2,          1,      0,   False,  [EXTRA] * 2,     "<"),
    ("five_tiles",      "uint8",   5,     1,          1,      16,  True,   [EXTRA] * 4,     "<"),
    ("seven_tile_planes", "float32", 7,   1,          2,      16,  True,   [EXTRA] * 6,     ">"),
    ("thirteen",        "uint16",  13,    1,          1,      0,   False,  [EXTRA] * 12,    "<"),
    ("sixteen",         "uint8",   16,    1,          1,      0,   True,   [EXTRA] * 15,    "<"),
    ("four_and_alpha",  "uint8",   5,     2,          1,      0,   False,  [EXTRA, ALPHA],  "<"),
    ("rgba",            "uint8",   4,     2,          1,      0,   False,  [ALPHA],         "<"),
    ("seventeen",       "uint8",   17,    1,          1,      0,   False,  [EXTRA] * 16,    "<"),
]


def blocks(samples, tile):
    """The samples [height, width, n] in tiles from left to right and top to bottom, or as one strip."""
    if not tile:
        return [samples]
    down, across = -(-HEIGHT // tile), -(-WIDTH // tile)
    whole = numpy.zeros((down * tile, across * tile, samples.shape[2]), samples.dtype)
    whole[:HEIGHT, :WIDTH] = samples
    return [whole[y * tile:(y + 1) * tile, x * tile:(x + 1) * tile] for y in range(down) for x in range(across)]


def tiff(samples, photometric, planar, tile, deflate, extras, order):
    count, size = samples.shape[2], samples.dtype.itemsize
    planes = [samples] if planar == 1 else [samples[:, :, i:i + 1] for i in range(count)]
    data = [block.astype(samples.dtype.newbyteorder(order)).tobytes() for plane in planes for block in blocks(plane, tile)]
    data = [zlib.compress(block) if deflate else block for block in data]
    kind = 3 if samples.dtype.kind == "f" else 1
    offsets_at = 8
    body = b"".join(data)
    offsets = [offsets_at + sum(len(d) for d in data[:i]) for i in range(len(data))]
    entries = [(256, 3, [WIDTH]), (257, 3, [HEIGHT]), (258, 3, [8 * size] * count), (259, 3, [8 if deflate else 1]),
               (262, 3, [photometric]), (277, 3, [count]), (284, 3, [planar]), (338, 3, extras),
               (339, 3, [kind] * count)]
    lengths = [len(d) for d in data]
    if tile:
        entries += [(322, 3, [tile]), (323, 3, [tile]), (324, 4, offsets), (325, 4, lengths)]
    else:
        entries += [(273, 4, offsets), (278, 3, [HEIGHT]), (279, 4, lengths)]
    entries.sort()
    directory_at = offsets_at + len(body) + len(body) % 2
    values_at = directory_at + 2 + 12 * len(entries) + 4
    directory, values = struct.pack(order + "H", len(entries)), b""
    for tag, kind, numbers in entries:
        packed = struct.pack(order + str(len(numbers)) + {3: "H", 4: "I"}[kind], *numbers)
        directory += struct.pack(order + "HHI", tag, kind, len(numbers))
        if len(packed) <= 4:
            directory += packed.ljust(4, b"\0")
        else:
            directory += struct.pack(order + "I", values_at + len(values))
            values += packed + b"\0" * (len(packed) % 2)
    start = (b"II*\0" if order == "<" else b"MM\0*") + struct.pack(order + "I", directory_at)
    return start + body + b"\0" * (len(body) % 2) + directory + b"\0\0\0\0" + values


random = numpy.random.default_rng(7)
for name, kind, count, photometric, planar, tile, deflate, extras, order in KINDS:
    shape = (HEIGHT, WIDTH, count)
    if kind == "float32":
        samples = random.normal(size=shape).astype(kind)
    else:
        samples = random.integers(0, numpy.iinfo(kind).max, shape, dtype=kind, endpoint=True)
    with open(f"{sys.argv[1]}/{name}.tif", "wb") as file:
        file.write(tiff(samples, photometric, planar, tile, deflate, extras, order))
    colours = count - extras.count(ALPHA) == 3
    kept = samples if colours else samples[:, :, :count - extras.count(ALPHA)]
    numpy.ascontiguousarray(kept).tofile(f"{sys.argv[1]}/{name}.raw")
    print(name, WIDTH, HEIGHT, kept.shape[2], {"uint8": 0, "uint16": 1, "float32": 2}[kind], int(not colours))
