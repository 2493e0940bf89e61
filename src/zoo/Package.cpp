#include "zoo/Package.h"

#include "base/Translate.h"

#include <archive.h>
#include <archive_entry.h>

#include <memory>

namespace graft::zoo {

namespace {

struct Freeing {
    void operator()(archive* opened) const { archive_read_free(opened); }
};
using Archive = std::unique_ptr<archive, Freeing>;

Error damaged(const std::filesystem::path& file, archive* opened) {
    const char* detail = archive_error_string(opened);
    return {translate("Zoo", "The package %1 is incomplete or damaged.", {file.string()}),
            detail ? detail : ""};
}

Error tooLarge(const std::filesystem::path& file) {
    return {translate("Zoo", "The package %1 unpacks to more than is taken at most.", {file.string()})};
}

/// Without the top folder.
std::string nameOf(archive_entry* entry) {
    const char* path = archive_entry_pathname_utf8(entry);
    if (!path)
        path = archive_entry_pathname(entry);
    const std::string full = path ? path : "";
    const auto slash = full.find('/');
    return slash == std::string::npos ? std::string() : full.substr(slash + 1);
}

bool isWanted(const std::string& name, const std::string& wanted) {
    if (!wanted.ends_with('/'))
        return name == wanted;
    return name.starts_with(wanted) && name.find('/', wanted.size()) == std::string::npos &&
           name.size() > wanted.size();
}

/// What is read counts, not what the entry claims.
Result<std::vector<std::byte>> contentsOf(const std::filesystem::path& file, archive* opened,
                                          std::uint64_t room) {
    std::vector<std::byte> contents;
    std::vector<std::byte> piece(256 << 10);
    for (;;) {
        const la_ssize_t got = archive_read_data(opened, piece.data(), piece.size());
        if (got < 0)
            return damaged(file, opened);
        if (got == 0)
            return contents;
        if (std::uint64_t(got) > room - contents.size())
            return tooLarge(file);
        contents.insert(contents.end(), piece.begin(), piece.begin() + got);
    }
}

/// Unpacks and forgets an entry, so that what is passed over has its bound too. Holes of a sparse file cost
/// nothing.
Result<> passOver(const std::filesystem::path& file, archive* opened, std::uint64_t mostUnpacked) {
    for (;;) {
        const void* piece = nullptr;
        std::size_t bytes = 0;
        la_int64_t offset = 0;
        const int status = archive_read_data_block(opened, &piece, &bytes, &offset);
        if (status == ARCHIVE_EOF)
            return {};
        if (status != ARCHIVE_OK && status != ARCHIVE_WARN)
            return damaged(file, opened);
        if (std::uint64_t(archive_filter_bytes(opened, 0)) > mostUnpacked)
            return tooLarge(file);
    }
}

Archive openTar(const std::filesystem::path& file) {
    Archive opened(archive_read_new());
    archive_read_support_filter_gzip(opened.get());
    archive_read_support_format_tar(opened.get());
    constexpr std::size_t block = 64 << 10;
    if (archive_read_open_filename(opened.get(), file.c_str(), block) != ARCHIVE_OK)
        return nullptr;
    return opened;
}

} // namespace

Result<PackageFiles> readPackage(const std::filesystem::path& file, const std::string& wanted,
                                 const PackageLimits& limits) {
    const Archive opened = openTar(file);
    if (!opened)
        return Error{translate("Zoo", "The package %1 is incomplete or damaged.", {file.string()})};
    PackageFiles files;
    std::uint64_t taken = 0;
    for (std::size_t count = 0;; ++count) {
        archive_entry* entry = nullptr;
        const int status = archive_read_next_header(opened.get(), &entry);
        if (status == ARCHIVE_EOF)
            break;
        if (status != ARCHIVE_OK && status != ARCHIVE_WARN)
            return damaged(file, opened.get());
        if (count >= limits.entries ||
            std::uint64_t(archive_filter_bytes(opened.get(), 0)) > limits.unpackedBytes)
            return tooLarge(file);
        const std::string name = nameOf(entry);
        if (archive_entry_filetype(entry) != AE_IFREG || !isWanted(name, wanted)) {
            if (auto passed = passOver(file, opened.get(), limits.unpackedBytes); !passed)
                return passed.error();
            continue;
        }
        auto contents = contentsOf(file, opened.get(), limits.wantedBytes - taken);
        if (!contents)
            return contents.error();
        taken += contents->size();
        files[name] = *std::move(contents);
    }
    return files;
}

} // namespace graft::zoo
