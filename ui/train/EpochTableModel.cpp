#include "ui/train/EpochTableModel.h"

#include "ui/theme/Theme.h"
#include "ui/train/RunWords.h"

#include <QLocale>

#include <algorithm>
#include <array>

namespace graft::ui {
namespace {

constexpr std::array<const char*, EpochTableModel::ColumnCount> kNames{
    "epoch", "train_loss", "val_loss", "train_accuracy", "val_accuracy", "val_balanced_accuracy", "seconds"};

bool sameStart(const std::vector<runs::EpochRecord>& known, const std::vector<runs::EpochRecord>& now) {
    return known.size() <= now.size() &&
           std::equal(known.begin(), known.end(), now.begin(), [](const auto& a, const auto& b) {
               return a.epoch == b.epoch && a.values == b.values;
           });
}

} // namespace

void EpochTableModel::setEpochs(const std::vector<runs::EpochRecord>& epochs, std::optional<int> best) {
    const bool grew = sameStart(m_epochs, epochs);
    const bool marksMove = best != m_best && !m_epochs.empty();
    if (!grew) {
        beginResetModel();
        m_epochs = epochs;
        m_best = best;
        endResetModel();
        return;
    }
    m_best = best;
    if (marksMove)
        Q_EMIT dataChanged(index(0, 0), index(int(m_epochs.size()) - 1, ColumnCount - 1));
    if (m_epochs.size() == epochs.size())
        return;
    beginInsertRows({}, int(m_epochs.size()), int(epochs.size()) - 1);
    m_epochs = epochs;
    endInsertRows();
}

QString EpochTableModel::asTsv() const {
    QString text;
    for (int column = 0; column < ColumnCount; ++column)
        text +=
            QString::fromLatin1(kNames[std::size_t(column)]) + QChar(column + 1 < ColumnCount ? '\t' : '\n');
    for (const runs::EpochRecord& epoch : m_epochs) {
        text += QString::number(epoch.epoch);
        for (int column = TrainLoss; column < Seconds; ++column) {
            const auto value = run_words::value(epoch, kNames[std::size_t(column)]);
            text += QChar('\t') + (value ? QString::number(*value, 'g', 9) : QString());
        }
        text += QChar('\t') + QString::number(epoch.seconds, 'f', 3) + QChar('\n');
    }
    return text;
}

int EpochTableModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(m_epochs.size());
}

int EpochTableModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QString EpochTableModel::text(const runs::EpochRecord& epoch, int column) const {
    const QLocale locale;
    if (column == Epoch)
        return QString::number(epoch.epoch);
    if (column == Seconds)
        return locale.toString(epoch.seconds, 'f', epoch.seconds < 10 ? 2 : 1);
    const auto value = run_words::value(epoch, kNames[std::size_t(column)]);
    if (!value)
        return QStringLiteral("–");
    const bool accuracy = column >= TrainAccuracy && column <= ValidationBalanced;
    return accuracy ? locale.toString(100 * *value, 'f', 1) : locale.toString(*value, 'f', 4);
}

QVariant EpochTableModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const runs::EpochRecord& epoch = m_epochs[std::size_t(index.row())];
    const bool best = m_best == epoch.epoch;
    switch (role) {
    case Qt::DisplayRole:
        return text(epoch, index.column());
    case Qt::TextAlignmentRole:
        return int(Qt::AlignRight | Qt::AlignVCenter);
    case Qt::FontRole: {
        QFont font = theme::tabularFont(theme::TextSize::Body);
        font.setWeight(best ? QFont::DemiBold : QFont::Normal);
        return font;
    }
    case Qt::BackgroundRole:
        return best ? QVariant(theme::palette().selection) : QVariant();
    case Qt::DecorationRole:
        return best && index.column() == Epoch ? QVariant(theme::icon(QStringLiteral("star"))) : QVariant();
    case Qt::ToolTipRole:
        return best ? tr("The best epoch: its weights are the ones that are kept") : QString();
    case Qt::AccessibleTextRole:
        return best && index.column() == Epoch ? tr("Epoch %1, the best").arg(epoch.epoch)
                                               : text(epoch, index.column());
    default:
        return {};
    }
}

QVariant EpochTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    static const std::array<const char*, ColumnCount> titles{QT_TR_NOOP("Epoch"),
                                                             QT_TR_NOOP("Training loss"),
                                                             QT_TR_NOOP("Validation loss"),
                                                             QT_TR_NOOP("Training right, %"),
                                                             QT_TR_NOOP("Validation right, %"),
                                                             QT_TR_NOOP("Balanced right, %"),
                                                             QT_TR_NOOP("Time, s")};
    return tr(titles[std::size_t(section)]);
}

} // namespace graft::ui
