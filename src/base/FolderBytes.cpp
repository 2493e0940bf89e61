#include "base/FolderBytes.h"

namespace graft {

namespace fs = std::filesystem;

std::uint64_t bytesBelow(const fs::path& folder, const std::function<bool()>& stop) {
    std::uint64_t sum = 0;
    std::error_code failed;
    fs::recursive_directory_iterator walk(folder, fs::directory_options::skip_permission_denied, failed);
    for (; !failed && walk != fs::recursive_directory_iterator() && !(stop && stop());
         walk.increment(failed)) {
        std::error_code ignored;
        if (walk->is_regular_file(ignored) && !walk->is_symlink(ignored))
            if (const auto size = walk->file_size(ignored); !ignored)
                sum += size;
    }
    return sum;
}

} // namespace graft
