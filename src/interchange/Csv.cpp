#include "interchange/Csv.h"

#include <QString>
#include <QStringConverter>

#include <algorithm>
#include <map>

namespace graft::interchange {

namespace {

std::string_view trimmed(std::string_view cell) {
    constexpr std::string_view kBlank = " \t\r\n";
    const auto first = cell.find_first_not_of(kBlank);
    if (first == std::string_view::npos)
        return {};
    return cell.substr(first, cell.find_last_not_of(kBlank) - first + 1);
}

/// Reads one row after another.
class Reader {
public:
    Reader(std::string_view text, char delimiter) : m_text(text), m_delimiter(delimiter) {}

    bool atEnd() const { return m_at >= m_text.size(); }

    CsvRow row() {
        CsvRow row;
        do
            row.push_back(cell());
        while (skip(m_delimiter));
        skip('\r');
        skip('\n');
        return row;
    }

private:
    bool skip(char c) {
        if (atEnd() || m_text[m_at] != c)
            return false;
        ++m_at;
        return true;
    }

    std::string cell() {
        while (m_delimiter != ' ' && skip(' ')) {
        }
        if (!atEnd() && m_text[m_at] == '"')
            return quoted();
        return std::string(trimmed(plain()));
    }

    std::string_view plain() {
        const std::size_t from = m_at;
        while (!atEnd() && m_text[m_at] != m_delimiter && m_text[m_at] != '\n' && m_text[m_at] != '\r')
            ++m_at;
        return m_text.substr(from, m_at - from);
    }

    std::string quoted() {
        std::string cell;
        for (++m_at; !atEnd(); ++m_at) {
            if (m_text[m_at] != '"') {
                cell += m_text[m_at];
            } else if (m_at + 1 < m_text.size() && m_text[m_at + 1] == '"') {
                cell += '"';
                ++m_at;
            } else {
                ++m_at;
                break;
            }
        }
        cell += plain();
        return std::string(trimmed(cell));
    }

    std::string_view m_text;
    char m_delimiter;
    std::size_t m_at = 0;
};

/// How many of the first rows have the commonest number of cells; 0 where that is one.
int evenness(std::string_view text, char delimiter) {
    constexpr int kLooked = 30;
    Reader reader(text, delimiter);
    std::map<std::size_t, int> counts;
    for (int i = 0; i < kLooked && !reader.atEnd(); ++i)
        ++counts[reader.row().size()];
    const auto commonest =
        std::ranges::max_element(counts, {}, [](const auto& entry) { return entry.second; });
    return commonest == counts.end() || commonest->first < 2 ? 0 : commonest->second;
}

char sniffedDelimiter(std::string_view text) {
    char best = ',';
    int most = 0;
    for (const char delimiter : {',', ';', '\t', '|'})
        if (const int even = evenness(text, delimiter); even > most) {
            most = even;
            best = delimiter;
        }
    return best;
}

} // namespace

std::string textFromBytes(std::string bytes) {
    const QByteArrayView view(bytes.data(), qsizetype(bytes.size()));
    if (const auto marked = QStringConverter::encodingForData(view);
        marked && *marked != QStringConverter::Utf8)
        return QString(QStringDecoder(*marked).decode(view)).toStdString();
    if (view.startsWith("\xEF\xBB\xBF"))
        return bytes.substr(3);
    QStringDecoder utf8(QStringConverter::Utf8, QStringConverter::Flag::Stateless);
    const QString decoded = utf8.decode(view);
    return utf8.hasError() ? QString::fromLatin1(view).toStdString() : bytes;
}

std::vector<CsvRow> parseCsv(std::string_view text) {
    constexpr std::string_view kNamed = "sep=";
    char delimiter = 0;
    if (text.starts_with(kNamed) && text.size() > kNamed.size()) {
        delimiter = text[kNamed.size()];
        text.remove_prefix(std::min(text.find('\n'), text.size() - 1) + 1);
    } else {
        delimiter = sniffedDelimiter(text);
    }
    std::vector<CsvRow> rows;
    for (Reader reader(text, delimiter); !reader.atEnd();) {
        CsvRow row = reader.row();
        if (std::ranges::any_of(row, [](const std::string& cell) { return !cell.empty(); }))
            rows.push_back(std::move(row));
    }
    return rows;
}

} // namespace graft::interchange
