#include "ui/train/RunListModel.h"

#include "training/Options.h"
#include "ui/train/RunWords.h"

#include <algorithm>

namespace graft::ui {
namespace {

RunListModel::Tone tone(runs::State state) {
    switch (state) {
    case runs::State::Finished:
        return RunListModel::Tone::Good;
    case runs::State::Failed:
        return RunListModel::Tone::Bad;
    case runs::State::Interrupted:
        return RunListModel::Tone::Warning;
    case runs::State::Running:
    case runs::State::Stopped:
        return RunListModel::Tone::Quiet;
    }
    return RunListModel::Tone::Quiet;
}

QString details(const runs::RunRecord& run) {
    const auto options = training::optionsFromJson(run.optionsJson);
    QStringList lines{run_words::title(run), run_words::summary(run)};
    if (options)
        lines << run_words::startingPoint(*options);
    if (!run.message.empty())
        lines << QString::fromStdString(run.message);
    return lines.join(QChar('\n'));
}

} // namespace

void RunListModel::setRuns(std::vector<runs::RunRecord> runs) {
    beginResetModel();
    m_runs = std::move(runs);
    endResetModel();
}

int RunListModel::rowOf(const std::string& id) const {
    const auto found = std::ranges::find(m_runs, id, &runs::RunRecord::id);
    return found == m_runs.end() ? -1 : int(found - m_runs.begin());
}

int RunListModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(m_runs.size());
}

QVariant RunListModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const runs::RunRecord& run = m_runs[std::size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return run_words::title(run);
    case Qt::ToolTipRole:
        return details(run);
    case Qt::AccessibleTextRole:
        return QStringLiteral("%1, %2").arg(run_words::title(run), run_words::summary(run));
    case SummaryRole:
        return run_words::summary(run);
    case IdRole:
        return QString::fromStdString(run.id);
    case ToneRole:
        return int(tone(run.state));
    default:
        return {};
    }
}

} // namespace graft::ui
