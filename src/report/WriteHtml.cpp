#include "base/Files.h"
#include "report/Compose.h"
#include "report/Html.h"
#include "report/Report.h"

namespace graft::report {

Result<> writeHtml(const ReportInput& input, const std::filesystem::path& file) {
    const QByteArray page = toHtml(compose(input)).toUtf8();
    return writeFileAtomically(file, std::string_view(page.constData(), std::size_t(page.size())));
}

} // namespace graft::report
