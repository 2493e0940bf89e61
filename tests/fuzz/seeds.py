"""Small weights files of every kind, for a fuzzer to start from: seeds.py FOLDER."""
import json
import pathlib
import struct
import sys
from collections import OrderedDict

import torch

folder = pathlib.Path(sys.argv[1])
folder.mkdir(parents=True, exist_ok=True)
torch.manual_seed(0)


def safetensors(tensors):
    header, data = {"__metadata__": {"format": "pt"}}, b""
    for name, (dtype, shape, raw) in tensors.items():
        header[name] = {"dtype": dtype, "shape": shape, "data_offsets": [len(data), len(data) + len(raw)]}
        data += raw
    text = json.dumps(header).encode()
    return struct.pack("<Q", len(text)) + text + data


def gguf(tensors):
    def named(text):
        return struct.pack("<Q", len(text)) + text.encode()

    file = b"GGUF" + struct.pack("<IQQ", 3, len(tensors), 2)
    file += named("general.architecture") + struct.pack("<I", 8) + named("net")
    file += named("list") + struct.pack("<IIQ", 9, 4, 2) + struct.pack("<II", 1, 2)
    offset, data = 0, b""
    for name, (kind, sides, raw) in tensors.items():
        file += named(name) + struct.pack("<I", len(sides)) + struct.pack(f"<{len(sides)}Q", *sides)
        file += struct.pack("<IQ", kind, offset)
        padded = raw + b"\0" * (-len(raw) % 32)
        data, offset = data + padded, offset + len(padded)
    return file + b"\0" * (-len(file) % 32) + data


def tfjs():
    weights = [{"name": "conv1/kernel", "shape": [1, 1, 1, 2], "dtype": "float32"},
               {"name": "conv1/bias", "shape": [2], "dtype": "float32"}]
    model = {"format": "layers-model", "weightsManifest": [{"paths": ["group1-shard1of1.bin"], "weights": weights}]}
    return json.dumps(model).encode() + b"\0" + struct.pack("<4f", 1, 2, 3, 4)


state = OrderedDict([("conv.weight", torch.randn(2, 1, 3, 3)), ("bn.running_mean", torch.zeros(2).half()),
                     ("bn.num_batches_tracked", torch.tensor(3)), ("shared", torch.arange(12.).view(3, 4).t())])
torch.save(state, folder / "zip.pth")
torch.save(state, folder / "legacy.pth", _use_new_zipfile_serialization=False)
torch.save({"state_dict": state, "epoch": 3, "names": ["a", ("b", 2.5, None, True)]}, folder / "checkpoint.pth")
floats = struct.pack("<4f", 1, 2, 3, 4)
(folder / "plain.safetensors").write_bytes(safetensors(
    {"a": ("F32", [2, 2], floats), "b": ("F16", [2], b"\0\x3c\0\x40"), "c": ("I64", [1], b"\1" + b"\0" * 7)}))
(folder / "plain.gguf").write_bytes(gguf({"w": (0, [2, 2], floats), "h": (1, [2], b"\0\x3c\0\x40")}))
(folder / "model.json").write_bytes(tfjs())
