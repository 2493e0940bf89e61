#pragma once

// Field numbers and constants of onnx.proto (github.com/onnx/onnx), of the messages that are used here.
namespace graft::onnx::fields {

namespace model {
constexpr int irVersion = 1, producerName = 2, producerVersion = 3, graph = 7, opsetImport = 8,
              metadataProps = 14;
}
namespace opset {
constexpr int domain = 1, version = 2;
}
namespace entry {
constexpr int key = 1, value = 2;
}
namespace graph {
constexpr int node = 1, name = 2, initializer = 5, input = 11, output = 12;
}
namespace node {
constexpr int input = 1, output = 2, name = 3, opType = 4, attribute = 5, domain = 7;
}
namespace attribute {
constexpr int name = 1, f = 2, i = 3, ints = 8, type = 20;
constexpr int typeFloat = 1, typeInt = 2, typeInts = 7;
} // namespace attribute
namespace tensor {
constexpr int dims = 1, dataType = 2, name = 8, rawData = 9;
constexpr int float32 = 1, int64 = 7;
} // namespace tensor
namespace valueInfo {
constexpr int name = 1, type = 2;
}
namespace type {
constexpr int tensor = 1;
}
namespace tensorType {
constexpr int elementType = 1, shape = 2;
}
namespace shape {
constexpr int dim = 1;
}
namespace dimension {
constexpr int value = 1, parameter = 2;
}

} // namespace graft::onnx::fields
