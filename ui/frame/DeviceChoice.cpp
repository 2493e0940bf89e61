#include "ui/frame/DeviceChoice.h"

#include "ui/theme/Theme.h"

#include <QAbstractItemView>
#include <QSignalBlocker>
#include <QStandardItemModel>

#include <algorithm>

namespace graft::ui {
namespace {

constexpr int kCard = 2; ///< row

} // namespace

DeviceChoice::DeviceChoice(QWidget* parent) : QComboBox(parent) {
    addItem(tr("Automatic"), QStringLiteral("auto"));
    addItem(tr("Processor"), QStringLiteral("cpu"));
    addItem(tr("Graphics card"), QStringLiteral("cuda"));
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
}

void DeviceChoice::setMachine(const std::optional<training::Machine>& machine) {
    if (!machine)
        return;
    const QString text = machine->cuda
                             ? tr("Graphics card (%1)").arg(QString::fromStdString(machine->cudaDevice))
                             : tr("Graphics card (none found)");
    setItemText(kCard, text);
    setItemData(kCard,
                machine->cuda ? text
                              : tr("LibTorch finds no graphics card on this computer: that takes one by "
                                   "NVIDIA, its driver, and a program built for CUDA."),
                Qt::ToolTipRole);
    if (const auto* items = qobject_cast<QStandardItemModel*>(model()))
        items->item(kCard)->setEnabled(machine->cuda);
    // The list is as wide as the names, however narrow the field.
    view()->setMinimumWidth(view()->sizeHintForColumn(0) + 2 * theme::kBetween);
}

void DeviceChoice::setDevice(const QString& device) {
    const QSignalBlocker quiet(this);
    setCurrentIndex(std::max(0, findData(device)));
}

} // namespace graft::ui
