#include "weights/DenseNetNames.h"

#include <regex>

namespace graft::weights {

TensorMap withTodaysDenseNetNames(TensorMap tensors) {
    static const std::regex old(R"(((?:.*\.)?denselayer\d{1,3}\.(?:norm|relu|conv))\.([12]\.\w{1,20}))");
    constexpr std::size_t longest = 200; // of a name that can be meant
    TensorMap renamed;
    while (!tensors.empty()) {
        auto item = tensors.extract(tensors.begin());
        std::smatch match;
        if (item.key().size() <= longest && std::regex_match(item.key(), match, old))
            item.key() = match[1].str() + match[2].str();
        renamed.insert(std::move(item));
    }
    return renamed;
}

} // namespace graft::weights
