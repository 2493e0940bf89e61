#include "project/Bytes.h"
#include "project/Rows.h"

#include <QByteArray>
#include <QtEndian>

namespace graft::project {

namespace {

constexpr std::uint64_t kVersion = 1;
constexpr quint32 kLargestPayload = 1u << 30;
constexpr int kFastCompression = 1;

enum Kind : std::uint64_t { Added = 0, Removed = 1, Changed = 2 };

void write(ByteWriter& out, const Row& cells) {
    for (const Cell& cell : cells) {
        if (const auto* text = std::get_if<std::string>(&cell))
            out.text(*text);
        else
            out.integer(std::get<std::int64_t>(cell));
    }
}

Row readCells(ByteReader& in, Table table, const std::vector<std::uint8_t>& columns) {
    Row cells;
    cells.reserve(columns.size());
    for (std::uint8_t column : columns) {
        if (isBytes(columnsOf(table)[column].kind))
            cells.emplace_back(in.text());
        else
            cells.emplace_back(in.integer());
    }
    return cells;
}

void write(ByteWriter& out, const RowChange& change) {
    out.number(change.added() ? Added : change.removed() ? Removed : Changed);
    out.number(std::uint64_t(change.table));
    out.integer(change.id);
    std::uint64_t mask = 0;
    for (std::uint8_t column : change.columns)
        mask |= 1ull << column;
    out.number(mask);
    write(out, change.before);
    write(out, change.after);
}

/// Gives a whole row of the first format the columns that came later.
void complete(RowChange& change) {
    const std::vector<Column>& columns = columnsOf(change.table);
    for (Row* row : {&change.before, &change.after})
        while (!row->empty() && row->size() < columns.size())
            row->push_back(emptyCell(columns[row->size()].kind));
    change.columns = everyColumn(change.table);
}

std::optional<RowChange> readChange(ByteReader& in) {
    const std::uint64_t kind = in.number();
    const std::uint64_t table = in.number();
    RowChange change;
    change.id = in.integer();
    const std::uint64_t mask = in.number();
    if (kind > Changed || table > std::uint64_t(Table::Shapes) || in.failed())
        return std::nullopt;
    change.table = Table(table);
    const std::size_t known = columnsOf(change.table).size();
    const std::size_t first = firstColumnsOf(change.table);
    const bool older = mask == (1ull << first) - 1; // a whole row, from before there were more columns
    const bool whole = mask == (1ull << known) - 1 || older;
    if (mask == 0 || mask >> known != 0 || (kind != Changed && !whole))
        return std::nullopt;
    for (std::size_t column = 0; column < known; ++column)
        if (mask >> column & 1)
            change.columns.push_back(std::uint8_t(column));
    if (kind != Added)
        change.before = readCells(in, change.table, change.columns);
    if (kind != Removed)
        change.after = readCells(in, change.table, change.columns);
    if (older && kind != Changed)
        complete(change);
    return change;
}

} // namespace

std::string encodeChanges(const std::vector<RowChange>& changes) {
    ByteWriter out;
    out.number(kVersion);
    out.number(changes.size());
    for (const RowChange& change : changes)
        write(out, change);
    const std::string plain = out.take();
    return qCompress(reinterpret_cast<const uchar*>(plain.data()), qsizetype(plain.size()), kFastCompression)
        .toStdString();
}

std::optional<std::vector<RowChange>> decodeChanges(std::string_view bytes) {
    // qUncompress allocates what the first four bytes say; deflate never shrinks below a thousandth.
    if (bytes.size() < 5)
        return std::nullopt;
    const auto announced = qFromBigEndian<quint32>(bytes.data());
    if (announced > kLargestPayload || announced / 1100 > bytes.size())
        return std::nullopt;
    const QByteArray plain =
        qUncompress(reinterpret_cast<const uchar*>(bytes.data()), qsizetype(bytes.size()));
    ByteReader in(std::string_view(plain.data(), std::size_t(plain.size())));
    if (in.number() != kVersion)
        return std::nullopt;
    const std::uint64_t count = in.number();
    if (count > in.left())
        return std::nullopt;
    std::vector<RowChange> changes;
    changes.reserve(count);
    for (std::uint64_t i = 0; i < count; ++i) {
        auto change = readChange(in);
        if (!change)
            return std::nullopt;
        changes.push_back(std::move(*change));
    }
    if (in.failed() || !in.atEnd())
        return std::nullopt;
    return changes;
}

} // namespace graft::project
