#include "base/Files.h"
#include "report/Compose.h"
#include "report/Pdf.h"
#include "report/Report.h"

namespace graft::report {

Result<> writePdf(const ReportInput& input, const std::filesystem::path& file) {
    const QByteArray document = toPdf(compose(input));
    if (document.isEmpty())
        return Error{translate("Report", "No PDF can be made here. Choose a web page (.html) instead."),
                     "QPdfWriter cannot begin"};
    return writeFileAtomically(file, std::string_view(document.constData(), std::size_t(document.size())));
}

} // namespace graft::report
