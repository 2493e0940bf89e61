"""What others make of exported files.

usage: check.py FOLDER SIZE
FOLDER/network.onnx passes ONNX's checker and its strict shape inference for batches of any size, of 1 and of 3.
FOLDER/network.pt loads in Python's PyTorch and takes other batches.
"""

import sys

import onnx
import torch

folder, size = sys.argv[1], int(sys.argv[2])

model = onnx.load(folder + "/network.onnx")
onnx.checker.check_model(model, full_check=True)
assert [(opset.domain, opset.version) for opset in model.opset_import] == [("", 13)], model.opset_import
shape = model.graph.input[0].type.tensor_type.shape
assert shape.dim[0].dim_param == "batch", shape
for batch in (1, 3):
    shape.dim[0].dim_value = batch
    model.graph.output[0].type.tensor_type.shape.dim[0].dim_value = batch
    inferred = onnx.shape_inference.infer_shapes(model, check_type=True, strict_mode=True)
    output = inferred.graph.output[0].type.tensor_type.shape
    assert [dim.dim_value for dim in output.dim] == [batch, 7], output
    assert len(inferred.graph.value_info) >= len(model.graph.node) - 1, "a shape is not known"

extra = {"about.json": ""}
network = torch.jit.load(folder + "/network.pt", _extra_files=extra)
assert extra["about.json"] in (b"{}", "{}"), extra
network.eval()
assert not network.training
assert len(network.state_dict()) > 4
for batch in (1, 3):
    answer = network(torch.zeros(batch, 3, size, size))
    assert answer.shape == (batch, 7), answer.shape
