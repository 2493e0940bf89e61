#pragma once

#include "weights/ByteSource.h"

namespace graft::weights {

enum class Format { Unknown, Safetensors, Zip, LegacyPth, BarePickle, Gguf, Json };

/// By the first bytes.
Format detectFormat(const ByteSource& source);

} // namespace graft::weights
